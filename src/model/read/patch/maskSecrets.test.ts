import { expect, test } from 'vitest'
import { maskSecrets } from './maskSecrets.ts'

test.each([
  '<networkConnector password="hunter2" uri="x"/>',
  "<networkConnector remotePassword = 'hunter2'/>",
  '<sslContext keyStore="a" keyStorePassword="hunter2" trustStorePassphrase="hunter2"/>',
  '<property name="jdbcPassword" value="hunter2"/>',
  '<entry key="user.secret" type="x" value="hunter2"/>',
  'uri="static:(ssl://h:1?transport.keyStorePassword=hunter2&amp;x=y)"',
  'uri="tcp://admin:hunter2@host:61616"',
  'bridge.password=hunter2',
  'The text "password=hunter2" is not understood.',
  'uri="static:(tcp://h:1)?password=hunter2"',
  '  bridge.password: hunter2',
  '<password>hunter2</password>',
  '<authenticationUser username="u" password="hunter2" groups="g"/>',
  'password="hunter2\nhunter2"',
])('the secret in %j is not shown', (text) => {
  const masked = maskSecrets(text)
  expect(masked).not.toContain('hunter2')
  expect(masked).toContain('••••••')
  expect(masked.split('\n')).toHaveLength(text.split('\n').length)
})

test.each([
  '<networkConnector name="a" userName="bridge" uri="static:(tcp://h:61616)"/>',
  '<networkConnector password="${bridge.password}"/>',
  'bridge.password=${vault.bridge}',
  'Passwords of 3 users stand in the file.',
  '<!-- nothing here -->',
])('what holds no secret stays as it is: %j', (text) => {
  expect(maskSecrets(text)).toBe(text)
})

test('long hostile texts are gone through in one pass', () => {
  const long = 100_000
  for (const piece of ['password', 'a', '<x name="password" ', '://a:', 'password = ', '<password']) {
    const text = piece.repeat(Math.ceil(long / piece.length))
    expect(maskSecrets(text).length).toBeGreaterThan(0)
  }
})
