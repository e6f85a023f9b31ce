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
  '<!-- nothing here -->',
])('what holds no secret stays as it is: %j', (text) => {
  expect(maskSecrets(text)).toBe(text)
})
