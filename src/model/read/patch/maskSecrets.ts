const SECRET = /pass(word|phrase|wd)?|secret|credential|token/i
const MASK = '••••••'

/**
 * A configuration as it can be shown: values of passwords replaced, line breaks kept. For attributes of any name that
 * speaks of a password, Spring properties named so, keys of `.properties` files, options and users in addresses. What
 * it looks for is bounded, so that no text of any kind takes long.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(
      /(?<![\w.:-])([\w.:-]{1,100})(\s{0,20}=\s{0,20})("[^"<]*"|'[^'<]*')/g,
      (whole, name: string, is: string, value: string) =>
        SECRET.test(name) && !/^\$\{[^}]*\}$/.test(value.slice(1, -1))
          ? `${name}${is}${value[0]}${hidden(value.slice(1, -1))}${value[0]}`
          : whole,
    )
    .replace(
      /(<[^<>]{1,400}\b(?:name|key)\s{0,9}=\s{0,9}["'][^"'<>]{0,100}(?:password|secret|passphrase)[^"'<>]{0,100}["'][^<>]{0,400}\bvalue\s{0,9}=\s{0,9})("[^"<]*"|'[^'<]*')/gi,
      (_, head: string, value: string) => `${head}${value[0]}${hidden(value.slice(1, -1))}${value[0]}`,
    )
    .replace(
      /((?<![\w.-])[\w.-]{0,80}(?:password|passphrase|secret|token)[\w.-]{0,80}[^\S\r\n]{0,20}[=:][^\S\r\n]{0,20})(?!\$\{)([^\s"'<>&;,)]+)/gi,
      (_, head: string, value: string) => `${head}${hidden(value)}`,
    )
    .replace(
      /(:\/\/[^/@:\s"'()<]{1,100}:)([^/@\s"'()<]{1,200})(?=@)/g,
      (_, head: string, value: string) => `${head}${hidden(value)}`,
    )
    .replace(
      /(<([\w.:-]{0,80}(?:password|passphrase|secret)[\w.-]{0,80})\s{0,20}>)([^<]*)(?=<\/\2)/gi,
      (_, head: string, _name: string, value: string) => `${head}${hidden(value)}`,
    )
}

function hidden(value: string): string {
  return value === '' ? '' : `${MASK}${value.replace(/[^\r\n]/g, '')}`
}
