import {
  ComparePanel,
  FindingsPanel,
  FlowPanel,
  OutlinePanel,
  ReachPanel,
  SummaryPanel,
  XmlPanel,
} from './laterPanels.tsx'

/** The tabs there are, in their order. */
export const PANELS = [
  { id: 'findings', label: 'Findings' },
  { id: 'reach', label: 'Who reaches whom' },
  { id: 'flow', label: 'Flow' },
  { id: 'xml', label: 'XML' },
  { id: 'summary', label: 'Summary' },
  { id: 'outline', label: 'Outline' },
  { id: 'compare', label: 'Compare' },
] as const

export type ShownPanel = (typeof PANELS)[number]['id']

export function PanelContent({ id }: { readonly id: ShownPanel }) {
  switch (id) {
    case 'findings':
      return <FindingsPanel />
    case 'reach':
      return <ReachPanel />
    case 'flow':
      return <FlowPanel />
    case 'xml':
      return <XmlPanel />
    case 'summary':
      return <SummaryPanel />
    case 'outline':
      return <OutlinePanel />
    case 'compare':
      return <ComparePanel />
  }
}
