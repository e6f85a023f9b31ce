/** The writers of files, loaded when the dialog is first opened. */
export const loadExport = async () => {
  const [files, xml] = await Promise.all([
    import('@meshwright/model/export'),
    import('@meshwright/model/xml'),
  ])
  return { ...files, ...xml }
}
