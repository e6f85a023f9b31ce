const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago something was changed, as people say it; from a week on the day itself. */
export function ago(changed: number, now: number): string {
  const passed = now - changed
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return spoken.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < DAY) return spoken.format(-Math.floor(passed / HOUR), 'hour')
  if (passed < 7 * DAY) return spoken.format(-Math.floor(passed / DAY), 'day')
  return day.format(changed)
}

const spoken = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const day = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
