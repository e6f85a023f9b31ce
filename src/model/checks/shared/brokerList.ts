/** `n1, n2, n3`: as many brokers as an example needs that is about their number. */
export function brokerList(count: number): string {
  return Array.from({ length: count }, (_, i) => `n${i + 1}`).join(', ')
}
