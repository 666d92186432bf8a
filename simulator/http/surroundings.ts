import type { Contract } from "../contract/contract";
import type { Store } from "../store/store";
import type { Upload } from "./body";

/** What a handler needs besides the parameters and the JSON body of the request. */
export interface Surroundings {
  store: Store;
  contract: Contract;
  /** Where the API is, as the client sees it. */
  origin: string;
  /** Time of the request, ISO 8601. */
  now: string;
  upload: () => Promise<Upload>;
}
