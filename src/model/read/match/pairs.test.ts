import { describe, expect, test } from 'vitest'
import { broker, connector, read, stored } from '../../fixtures/fileSketches.ts'

describe('two files with one name', () => {
  const both = (one: string, other: string, beside = '') => ({
    'x.xml': broker('x', 1, '', one, beside),
    'y.xml': broker('x', 1, '', other, beside),
  })
  const bean = (url: string) => `<bean id="db" class="d"><property name="url" value="${url}"/></bean>`
  const jdbc = stored('<jdbcPersistenceAdapter dataSource="#db"/>')

  test.each([
    [
      'one absolute directory',
      both(
        stored('<kahaDB directory="/shared/kahadb"/>'),
        stored('<kahaDB directory="file:/shared/kahadb/"/>'),
      ),
    ],
    [
      'one directory of Windows',
      both(stored('<kahaDB directory="N:\\amq"/>'), stored('<kahaDB directory="N:\\amq"/>')),
    ],
    [
      'one directory of many stores',
      both(stored('<mKahaDB directory="/shared"/>'), stored('<mKahaDB directory="/shared"/>')),
    ],
    ['one database', both(jdbc, jdbc)],
    ['one database, by its address', both(jdbc, jdbc, bean('jdbc:postgresql://db/amq'))],
    [
      'one database, by a reference',
      both(
        jdbc,
        stored(
          '<jdbcPersistenceAdapter><dataSource><ref bean="db"/></dataSource><locker><leaseDatabaseLocker/></locker></jdbcPersistenceAdapter>',
        ),
      ),
    ],
    [
      'one database behind a journal',
      both(
        jdbc,
        '<persistenceFactory><journalPersistenceAdapterFactory dataSource="#db"/></persistenceFactory>',
      ),
    ],
    [
      'one ensemble',
      both(
        stored('<replicatedLevelDB zkAddress="z:2181" zkPath="/g"/>'),
        stored('<replicatedLevelDB zkAddress="z:2181" zkPath="/g"/>'),
      ),
    ],
    [
      'one absolute data directory and no store of their own',
      {
        'x.xml': broker('x', 1).replace('brokerName', 'dataDirectory="/nfs" brokerName'),
        'y.xml': broker('x', 1).replace('brokerName', 'dataDirectory="/nfs" brokerName'),
      },
    ],
  ])('and %s are a pair', (_, files) => {
    const { brokers, questions } = read(files)
    expect(brokers).toBe('x(2)')
    expect(questions).toEqual([])
  })

  test('and two databases are two brokers', () => {
    const { brokers, questions } = read({
      'x.xml': broker('x', 1, '', jdbc, bean('jdbc:postgresql://one/amq')),
      'y.xml': broker('x', 1, '', jdbc, bean('jdbc:postgresql://two/amq')),
    })
    expect(brokers).toBe('x, x')
    expect(questions).toEqual([])
  })

  test.each([
    [
      'directories of the machine',
      both(
        stored('<kahaDB directory="${activemq.data}/kahadb"/>'),
        stored('<kahaDB directory="${activemq.data}/kahadb"/>'),
      ),
    ],
    ['a database inside of each', both(jdbc, jdbc, bean('jdbc:derby:derbydb;create=true'))],
    ['no store', both('', '')],
  ])('and %s are asked about, and are what is answered', (_, files) => {
    const { questions, brokers } = read(files)
    expect(questions.map(({ kind }) => kind)).toEqual(['pair'])
    expect(brokers).toBe('x, x')
    const [question] = questions
    expect(read(files, { [question?.key ?? '']: 'pair' }).brokers).toBe('x(2)')
  })

  test.each([
    'masterslave:(tcp://m:1,tcp://s:2)',
    'static:(failover:(tcp://m:1,tcp://s:2)?maxReconnectAttempts=0)',
  ])('and a peer that lists both are a pair: %s', (uri) => {
    const { brokers, links, questions } = read({
      'm.xml': broker('x', 1),
      's.xml': broker('x', 2),
      'c.xml': broker('c', 3, connector(uri)),
    })
    expect(brokers).toBe('x(2), c')
    expect(links).toEqual(['c > x'])
    expect(questions).toEqual([])
  })

  test('a third instance is told of, and a fourth is no pair with it', () => {
    const store = stored('<kahaDB directory="/s"/>')
    const { brokers, codes } = read({
      '1.xml': broker('x', 1, '', store),
      '2.xml': broker('x', 2, '', store),
      '3.xml': broker('x', 3, '', store),
      '4.xml': broker('x', 4, '', store),
    })
    expect(brokers).toBe('x(2), x, x')
    expect(codes).toEqual(['third-instance', 'third-instance'])
  })

  test('several addresses of which one is used at a time are one broker outside', () => {
    const { brokers, codes } = read({
      'a.xml': broker('a', 1, connector('masterslave:(tcp://x:1,tcp://y:1,tcp://z:1)')),
    })
    expect(brokers).toBe('a, x(2) outside')
    expect(codes).toEqual(['third-instance', 'no-such-broker'])
  })
})
