/**
 * A voice or transcriber after an update. With a provider it is another one, and nothing carries over; without, what is
 * sent is merged into what is stored.
 */
export function mergeVoice<T extends { provider?: string }>(stored: T, sent: T | undefined): T {
  if (sent === undefined) return stored;
  return sent.provider === undefined ? { ...stored, ...sent } : sent;
}
