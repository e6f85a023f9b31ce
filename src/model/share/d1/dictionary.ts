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

/**
 * The numbers of three designs of the gallery, in hexadecimal: two sites, hub and spoke on Amazon MQ, a mesh of three
 * there. The numbers of any small design begin and go on much like these.
 */
const NUMBERS = [
  '010100050102030405010001000100010001000201020101010300020100000602000001000001010003000000020000020001010001010100010102020101000000000000050302020402090300000600000200010101010100020203010001000201020101010301000100000000000a00330100092809220a0902170902170a051919051919',
  '01010005010203040501000101010001000100020102010101020001010001000005030000020000010001000200010101010100020106020201010001030601010001000101020006000000000403020202020100020001010101000202030100010002010201010102010001000000000001000100092809310a09021702170a1405052828',
  '0101000501020304050100010101000100010001010101000101000100000302000101010001000100010002010601010100000100010101000000000003020000010201020202000101010002020301000100010101010100010000000000010001000928091d0a0d17020a051414',
]

function bytes(): Uint8Array {
  const all: number[] = []
  for (const part of TEXT.split('\u0000')) {
    pushUtf8(part, all)
    all.push(0)
  }
  for (const hex of NUMBERS) {
    for (let at = 0; at < hex.length; at += 2) all.push(Number.parseInt(hex.slice(at, at + 2), 16))
  }
  return Uint8Array.from(all)
}

export const DICTIONARY = bytes()
