import type { Finding } from '@meshwright/model/checks'
import { runAction } from '../../store/actions/index.ts'
import { touchedBy } from '../../store/checks/findings.ts'
import { showRoute, stopIgnoring } from '../../store/gestures/findings.ts'
import { useStoreApi } from '../../store/react.ts'
import { Button, Callout, CenterIcon, IgnoreIcon, RouteIcon, ShowIcon, TextLink } from '../../ui/index.ts'
import { ElementChip } from '../common/ElementChip.tsx'
import { useReadOnly } from '../common/useDesign.ts'
import css from './FindingDetail.module.css'
import panes from './FindingsPanel.module.css'
import list from './FindingList.module.css'
import { IgnoreButton } from './IgnoreButton.tsx'

/** More chips than this say less than their number. */
const MOST = 24

/** Why a finding matters, what it touches, where that is known from, and the way to live with it. */
export function FindingDetail({ finding }: { readonly finding: Finding }) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const ids = touchedBy(finding)
  return (
    <article className={panes.detail} aria-label="The finding">
      {finding.ignored !== undefined && (
        <Callout
          icon={<IgnoreIcon />}
          title="Ignored"
          actions={
            !readOnly && (
              <Button size="small" icon={<ShowIcon size={14} />} onClick={() => stopIgnoring(store, finding)}>
                Stop ignoring
              </Button>
            )
          }
        >
          {finding.ignored}
        </Callout>
      )}
      <h3 className={css.heading}>Why it matters</h3>
      <p className={css.why}>{finding.why}</p>
      {!finding.fix && (
        <p className={css.noFix}>No quick fix: what is right here depends on what you want.</p>
      )}
      <h3 className={css.heading}>Touches</h3>
      <div className={css.chips}>
        {ids.slice(0, MOST).map((id) => (
          <ElementChip key={id} id={id} />
        ))}
        {ids.length > MOST && <span className={list.meta}>and {ids.length - MOST} more</span>}
      </div>
      <div className={css.links}>
        <Button
          kind="link"
          size="small"
          icon={<CenterIcon size={14} />}
          onClick={() => runAction(store, 'show-finding')}
        >
          Show on the drawing
        </Button>
        {finding.route && (
          <Button
            kind="link"
            size="small"
            icon={<RouteIcon size={14} />}
            onClick={() => showRoute(store, finding)}
          >
            Show the route
          </Button>
        )}
        {finding.ignored === undefined && !readOnly && <IgnoreButton finding={finding} />}
      </div>
      <h3 className={css.heading}>{finding.sources.length === 1 ? 'Source' : 'Sources'}</h3>
      <ul className={css.sources}>
        {finding.sources.map((source) => (
          <li key={`${source.title} ${source.where}`}>
            {/^https?:/.test(source.where) ? (
              <TextLink href={source.where} external>
                {source.title}
              </TextLink>
            ) : (
              <>
                {source.title}, <code>{source.where}</code>
              </>
            )}
            <span className={list.meta}> seen {source.seen}</span>
          </li>
        ))}
      </ul>
    </article>
  )
}
