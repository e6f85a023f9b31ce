/**
 * The key under which the properties file holds the password of a user: `bridge.password` for the user bridge, as
 * Apache's own `credentials.properties` names them. Users whose names differ only in characters that a key cannot hold
 * get different keys.
 */
export function passwordKey(user: string): string {
  const plain = user.replace(/[^A-Za-z0-9._-]/g, '_')
  if (plain === user && user !== '') return `${user}.password`
  return `${plain}-${fingerprint(user)}.password`
}

/** FNV-1a, 32 bits: enough to tell a few names apart, the same on every machine. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
