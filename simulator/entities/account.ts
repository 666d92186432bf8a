/** The owner of API keys: LumenOne's customer ("partner"). It is never on the wire. */
export interface ApiKey {
  key: string;
  company: string;
}

export interface Account {
  /** A UUID. */
  id: string;
  company: string;
  name: string;
  createdAt: string;
}
