const SECRET = /pass(word|phrase|wd)?|secret|credential|token/i
const MASK = '••••••'

/**
 * A configuration as it can be shown: values of passwords replaced, line breaks kept. For attributes of any name that
 * speaks of a password, Spring properties named so, keys of `.properties` files, options and users in addresses.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(/([\w.:-]+)(\s*=\s*)("[^"<]*"|'[^'<]*')/g, (whole, name: string, is: string, value: string) =>
      SECRET.test(name) && !/^\$\{[^}]*\}$/.test(value.slice(1, -1))
        ? `${name}${is}${value[0]}${hidden(value.slice(1, -1))}${value[0]}`
        : whole,
    )
    .replace(
      /(<[^<>]*\b(?:name|key)\s*=\s*["'][^"']*(?:password|secret|passphrase)[^"']*["'][^<>]*\bvalue\s*=\s*)("[^"<]*"|'[^'<]*')/gi,
      (_, head: string, value: string) => `${head}${value[0]}${hidden(value.slice(1, -1))}${value[0]}`,
    )
    .replace(
      /([?&;](?:amp;)?[\w.]*(?:password|passphrase|secret|token)[\w.]*=)([^&;"'\s)<]+)/gi,
      (_, head: string, value: string) => `${head}${hidden(value)}`,
    )
    .replace(
      /(:\/\/[^/@:\s"'()<]+:)([^/@\s"'()<]+)(?=@)/g,
      (_, head: string, value: string) => `${head}${hidden(value)}`,
    )
    .replace(
      /^([^\S\r\n]*[\w.-]*(?:password|passphrase|secret)[\w.-]*[^\S\r\n]*[=:][^\S\r\n]*)([^\r\n"'<]+)$/gim,
      (_, head: string, value: string) => `${head}${hidden(value)}`,
    )
    .replace(
      /(<((?:[\w.-]+:)?[\w.-]*(?:password|passphrase|secret)[\w.-]*)\s*>)([^<]*)(?=<\/\2)/gi,
      (_, head: string, _name: string, value: string) => `${head}${hidden(value)}`,
    )
}

function hidden(value: string): string {
  return value === '' ? '' : `${MASK}${value.replace(/[^\r\n]/g, '')}`
}
