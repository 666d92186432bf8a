import * as fs from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as lumenone from "pulumi-lumenone";

// Another one: `pulumi config set folder PATH`.
const folder = new pulumi.Config().get("folder") ?? "documents";

const acme = new lumenone.Organization("acme", { name: "Acme Inc." });
const workspaces = {
  support: new lumenone.Workspace("support", { organization: acme, chatMode: "query" }),
  sales: new lumenone.Workspace("sales", { organization: acme }),
};
const shelf = new lumenone.Folder("knowledge", { organization: acme });

// Every file is a resource of its own, named after its path. So a new file is one upload, a changed one is uploaded and takes
// the place of the old one in both workspaces, and a removed one leaves them; nothing else is touched.
const files = fs
  .readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(md|pdf)$/i.test(file))
  .map((file) => file.split(path.sep).join("/"))
  .sort();

const documents = files.map(
  (file) =>
    new lumenone.Document(file, {
      organization: acme,
      folder: shelf,
      source: path.join(folder, file),
      title: file,
      docSource: "knowledge-base",
    }),
);

for (const [name, workspace] of Object.entries(workspaces)) {
  for (const [index, document] of documents.entries()) {
    new lumenone.DocumentEmbedding(`${name}/${files[index]}`, { workspace, document });
  }
}

export const slugs = { support: workspaces.support.slug, sales: workspaces.sales.slug };
export const words = pulumi
  .all(documents.map(({ wordCount }) => wordCount))
  .apply((counts) => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
