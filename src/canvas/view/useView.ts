import type { Box, BrokerId, ElementId, Point } from '@meshwright/model'
import { getViewportForBounds, useReactFlow, useStoreApi as useFlowStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { around, boxOf, contains, freeNear } from '../../store/geometry.ts'
import type { View } from '../../store/ports.ts'
import { useStoreApi } from '../../store/react.ts'
import { LEAST_ZOOM, MOST_ZOOM, ROOM_AROUND } from '../zoom.ts'

/** ms of the journey to what is brought into view. */
const TRAVEL = 360

function travelTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : TRAVEL
}

/** Hands the store what it may ask of the drawing. */
export function useView(room: RefObject<HTMLDivElement | null>): void {
  const store = useStoreApi()
  const flow = useReactFlow()
  const flowStore = useFlowStoreApi()
  useEffect(() => {
    let pointer: Point | undefined
    const element = room.current
    const onMove = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY }
    }
    const onLeave = () => {
      pointer = undefined
    }
    element?.addEventListener('pointermove', onMove)
    element?.addEventListener('pointerleave', onLeave)

    const boxesOf = (ids: readonly ElementId[]) => {
      const { document } = store.getState()
      return ids.flatMap((id) => {
        const connector = document.design.connectors.find((other) => other.id === id)
        const client = document.design.clients.find((other) => other.id === id)
        const holders = connector ? [connector.from, connector.to] : client ? [client.broker] : [id]
        return holders.flatMap((holder) => boxOf(document, holder) ?? [])
      })
    }
    const seen = () => {
      const { width, height, transform } = flowStore.getState()
      const [x, y, zoom] = transform
      return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
    }
    /** Never larger than life: a network of two brokers is not blown up to fill the screen. */
    const show = (hull: Box, duration: number) => {
      const { width, height } = flowStore.getState()
      void flow.setViewport(getViewportForBounds(hull, width, height, LEAST_ZOOM, 1, ROOM_AROUND), {
        duration,
      })
    }
    const view: View = {
      fit(ids) {
        const { design } = store.getState().document
        const all = [design.brokers, design.regions, design.notes].flatMap((list) =>
          list.map(({ id }) => id as ElementId),
        )
        const hull = around(boxesOf(ids && ids.length > 0 ? ids : all))
        if (hull) show(hull, travelTime())
      },
      zoomBy(factor) {
        void flow.zoomTo(flow.getZoom() * factor, { duration: travelTime() / 2 })
      },
      zoomTo(zoom) {
        void flow.zoomTo(Math.min(zoom, MOST_ZOOM), { duration: travelTime() })
      },
      reveal(ids) {
        const hull = around(boxesOf(ids), 24)
        if (!hull) return
        const window = seen()
        const isInView =
          hull.x >= window.x &&
          hull.y >= window.y &&
          hull.x + hull.width <= window.x + window.width &&
          hull.y + hull.height <= window.y + window.height
        if (isInView) return
        const fits = hull.width <= window.width && hull.height <= window.height
        if (!fits) {
          show(hull, travelTime())
          return
        }
        const center = { x: hull.x + hull.width / 2, y: hull.y + hull.height / 2 }
        void flow.setCenter(center.x, center.y, { zoom: flow.getZoom(), duration: travelTime() })
      },
      freePlace(size) {
        const { document } = store.getState()
        const window = seen()
        const center = pointer
          ? flow.screenToFlowPosition(pointer)
          : { x: window.x + window.width / 2, y: window.y + window.height / 2 }
        return freeNear(document, { x: center.x - size.width / 2, y: center.y - size.height / 2 }, size)
      },
      brokerUnderPointer(): BrokerId | undefined {
        if (!pointer) return undefined
        const at = flow.screenToFlowPosition(pointer)
        const { document } = store.getState()
        return document.design.brokers.find(({ id }) => {
          const box = boxOf(document, id)
          return box && contains(box, at)
        })?.id
      },
      focus(id) {
        // The card may be drawn only in the next frame.
        requestAnimationFrame(() => {
          const selector = `[data-id="${id}"], [data-id="${id}:head"]`
          const found = [...(element?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
            (other) => other.tabIndex >= 0,
          )
          found?.focus({ preventScroll: true })
        })
      },
      lookingAt() {
        const { x, y, width, height } = seen()
        return { x: x + width / 2, y: y + height / 2, zoom: flow.getZoom() * 100 }
      },
      lookAt({ x, y, zoom }) {
        void flow.setCenter(x, y, { zoom: zoom / 100, duration: 0 })
      },
    }
    store.getState().setView(view)
    const unsubscribe = store.subscribe((state, before) => {
      if (state.opened === before.opened) return
      const { brokers, regions, notes } = state.document.layout
      const hull = around(
        [...Object.keys(brokers), ...Object.keys(regions), ...Object.keys(notes)].flatMap(
          (id) => boxOf(state.document, id as ElementId) ?? [],
        ),
      )
      if (hull) show(hull, 0)
    })
    return () => {
      unsubscribe()
      element?.removeEventListener('pointermove', onMove)
      element?.removeEventListener('pointerleave', onLeave)
      if (store.getState().view === view) store.getState().setView(undefined)
    }
  }, [store, flow, flowStore, room])
}
