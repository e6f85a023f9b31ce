/** The second door of the panels: everything that is loaded when it is first shown, after the drawing is on screen. */
export const loadDialog = {
  share: async () => (await import('./share/ShareDialog.tsx')).ShareDialog,
  export: async () => (await import('./export/ExportDialog.tsx')).ExportDialog,
  designs: async () => (await import('./designs/DesignsDialog.tsx')).DesignsDialog,
  gallery: async () => (await import('./gallery/GalleryDialog.tsx')).GalleryDialog,
  connect: async () => (await import('./connect/ConnectDialog.tsx')).ConnectDialog,
  compare: async () => (await import('./compare/CompareDialog.tsx')).CompareDialog,
  merge: async () => (await import('./merge/MergeDialog.tsx')).MergeDialog,
  shortcuts: async () => (await import('./shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog,
  palette: async () => (await import('./command/CommandPalette.tsx')).CommandPalette,
  import: async () => (await import('./import/ImportDialog.tsx')).ImportDialog,
  'open-url': async () => (await import('./open-url/OpenUrlDialog.tsx')).OpenUrlDialog,
} as const

export const loadPanel = {
  inspector: async () => (await import('./inspector/InspectorPanel.tsx')).InspectorPanel,
  findings: async () => (await import('./findings/FindingsPanel.tsx')).FindingsPanel,
  outline: async () => (await import('./outline/OutlinePanel.tsx')).OutlinePanel,
  flow: async () => (await import('./flow/player/FlowPanel.tsx')).FlowPanel,
  flowSetup: async () => (await import('./flow/setup/FlowSetupPanel.tsx')).FlowSetupPanel,
  reach: async () => (await import('./reach/ReachPanel.tsx')).ReachPanel,
  xml: async () => (await import('./xml/XmlPanel.tsx')).XmlPanel,
  compare: async () => (await import('./compare/ComparePanel.tsx')).ComparePanel,
  summary: async () => (await import('./summary/SummaryPanel.tsx')).SummaryPanel,
} as const
