export interface Folder {
  id: number;
  organizationId: number;
  name: string;
}

export interface Document {
  /** A UUID. */
  id: string;
  organizationId: number;
  folder: string;
  /** The last segment of its docpath. */
  name: string;
  title: string;
  url: string;
  docAuthor: string | null;
  description: string | null;
  docSource: string | null;
  published: string;
  wordCount: number;
  tokenCount: number;
  /** The beginning of its text; the whole of it is not kept. */
  pageContent: string;
  /** Of the file. Not on the wire: it tells a test what has really arrived. */
  sha256: string;
  bytes: number;
  /** Its metadata on the server's disk cannot be read. Only servers with the quirk `folderPages` notice. */
  isBroken?: boolean;
}

/** One row of a document in a workspace. Embedding it twice makes two. */
export interface Embedding {
  id: number;
  workspaceId: number;
  documentId: string;
  createdAt: string;
}
