/** Names of attributes and options whose value nobody but the file may hold. */
const SECRET = /pass(word|wd|phrase)?$|secret|credential/i

/** Tells whether an attribute or option of this name holds a password. */
export function isSecret(name: string): boolean {
  return SECRET.test(name)
}

/**
 * An address without the passwords in it: before a host (`tcp://user:word@host`) and in options
 * (`?transport.keyStorePassword=word`). Each becomes `${password}`; one that is a placeholder already stays.
 */
export function withoutSecrets(address: string): string {
  return address
    .replace(/(\/\/[^/?#@:,()]*:)([^/?#@,()]+)(?=@)/g, (whole, before: string, word: string) =>
      word.startsWith('${') ? whole : `${before}\${password}`,
    )
    .replace(/([?&]([\w.-]+)=)([^&,()]+)/g, (whole, before: string, name: string, word: string) =>
      isSecret(name) && !word.startsWith('${') ? `${before}\${password}` : whole,
    )
}
