import { pushUtf8 } from '../utf8.ts'

/**
 * What designs are likely to say, so that a link need not spell it. Frozen with the tag `d1`: a single changed character
 * breaks every link that is out there. The likeliest stands last, where it is cheapest to point at.
 */
const TEXT = [
  'The quick start of a network of brokers: queues and topics, producers and consumers, messages that stop here.',
  'af-south-1 ap-east-1 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-north-1 ',
  'eu-south-1 eu-west-2 eu-west-3 me-south-1 sa-east-1 us-west-1 us-west-2 us-east-2 eu-central-1 us-east-1 eu-west-1',
  'hub-and-spoke concentrator chain tree mesh cross-region two sites network Untitled network',
  'partner external gateway legacy mainframe warehouse inventory shipping invoice customer account notification report',
  'analytics archive backup ledger fraud audit billing payment events orders payments prod. dev. test. stage. internal.',
  'mq.m5.xlarge mq.t3.micro mq.m5.large amq activemq broker Consumer.VirtualTopic.ActiveMQ.Advisory.>',
  'dc1-spoke dc2-spoke site-a- site-b- leaf- node- core- spoke-\u0001 edge-\u0002 hub-\u0002 broker-\u0001 app- web- api- iot- crm- pay- ',
  'static:(ssl://masterslave:(tcp://\u0012:61616) nio+ssl auto+ssl .internal .local .corp .com .net .example.net .example.com',
  'mq.\u0010.mq.example.com mq1. amq-\u0010-a.\u0010-b. localhost bridge network-bridge myCommonUser admin ',
  '\u0000connector_\u0001_to_\u0001\u0000nc-\u0010-\u0011\u0000\u0010_to_\u0011\u0000\u0010-to-\u0011-q\u0000\u0010-to-\u0011-t',
  '\u0000events.>\u0000payments.>\u0000orders.>\u0000>\u0000mq.m5.large\u0000\u0011a\u0000\u0011b\u00005.18\u00005.19\u0000bridge\u0000\u0010-to-\u0011\u0000',
].join('')

function bytesOf(text: string): Uint8Array {
  const bytes: number[] = []
  for (const part of text.split('\u0000')) {
    pushUtf8(part, bytes)
    bytes.push(0)
  }
  return Uint8Array.from(bytes)
}

export const DICTIONARY = bytesOf(TEXT)
