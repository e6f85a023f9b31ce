/** Why the system would not do something, in words that end a sentence. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as { readonly code?: string; readonly message: string }
  return REASONS[code] ?? message
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'nobody here may write there',
  EPERM: 'nobody here may write there',
  EROFS: 'nothing can be written there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a folder on the way is a file',
  EEXIST: 'a folder on the way is a file',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
}
