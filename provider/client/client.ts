import { type Settings } from "./settings";
export interface Client {
  origin: string | undefined;
  accountId: string | undefined;
  call(op: string, params?: any, body?: any, options?: any): Promise<unknown>;
  [op: string]: any;
}
export function createClient(s: Settings): Client {
  return s as any;
}
