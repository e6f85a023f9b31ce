import { expect, test } from 'vitest'
import { readAmazonText } from './readAmazonText.ts'

const ID = 'b-8d1e3f00-1a2b-4c3d-9e8f-0123456789ab'
const OTHER = 'b-11111111-1a2b-4c3d-9e8f-0123456789ab'

test('a bare id is taken as it is', () => {
  expect(readAmazonText(` ${ID}\n`)).toEqual({ brokerId: ID, isPair: false })
})

test('an endpoint gives the id and the region', () => {
  expect(readAmazonText(`ssl://${ID}-1.mq.eu-west-1.amazonaws.com:61617`)).toEqual({
    brokerId: ID,
    region: 'eu-west-1',
    isPair: false,
  })
})

test('both endpoints of a page tell a pair', () => {
  const page = `ActiveMQ Web Console\nhttps://${ID}-1.mq.cn-north-1.amazonaws.com.cn:8162\nhttps://${ID}-2.mq.cn-north-1.amazonaws.com.cn:8162`
  expect(readAmazonText(page)).toEqual({ brokerId: ID, region: 'cn-north-1', isPair: true })
})

test('an ARN gives the name as well', () => {
  expect(readAmazonText(`arn:aws:mq:us-east-2:123456789012:broker:MyBroker:${ID}`)).toEqual({
    brokerId: ID,
    region: 'us-east-2',
    name: 'MyBroker',
    isPair: false,
  })
})

test("ids of the guide's examples, which no broker can have, are taken too", () => {
  expect(
    readAmazonText('ssl://b-9876l5k4-32ji-109h-8gfe-7d65c4b132a1-1.mq.us-east-2.amazonaws.com:61617'),
  ).toMatchObject({ brokerId: 'b-9876l5k4-32ji-109h-8gfe-7d65c4b132a1' })
})

test('an instance number at the end of a bare host is not part of the id', () => {
  expect(readAmazonText(`${ID}-2`)).toEqual({ brokerId: ID, isPair: false })
})

test('two brokers in one text are refused, and so is a text without an id', () => {
  expect(readAmazonText(`${ID}-1.mq.eu-west-1.amazonaws.com ${OTHER}-1.mq.eu-west-1.amazonaws.com`)).toEqual({
    problem: '2 different broker ids were found. Paste the text of one broker.',
  })
  expect(readAmazonText('hello')).toHaveProperty('problem')
})
