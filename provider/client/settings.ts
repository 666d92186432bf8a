export interface Settings {
  apiKey?: string;
  accountId: string | undefined;
  adopt: boolean;
  allowOriginChange: boolean;
}
export function settingsFrom(get: (k: string) => string | undefined): Settings {
  return get("") as any;
}
