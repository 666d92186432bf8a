import { createCipheriv, pbkdf2, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { PASSPHRASE } from "../pulumi-environment";

/** A value of stack config, in clear or to be stored encrypted. */
export type ConfigValue = string | { readonly value: string; readonly secret: boolean };

/** Where the files of a stack are. */
export interface StackPlace {
  readonly project: string;
  readonly stack: string;
  /** The project's folder. */
  readonly folder: string;
  /** The folder of the file backend. */
  readonly backend: string;
}

/**
 * Writes what `pulumi stack init` writes, which takes the CLI half a second: a project, and an empty state in the file
 * backend.
 *
 * @returns path of the state.
 */
export async function writeNewStack({ project, stack, folder, backend }: StackPlace): Promise<string> {
  // JSON is YAML.
  const plugins = { providers: [{ name: "lumenone", path: path.resolve(__dirname, "../../../provider/dist/bin") }] };
  write(path.join(folder, "Pulumi.yaml"), { name: project, runtime: "nodejs", plugins });
  write(path.join(backend, ".pulumi", "meta.yaml"), { version: 1 });
  const stateFile = path.join(backend, ".pulumi", "stacks", project, `${stack}.json`);
  write(stateFile, {
    version: 3,
    checkpoint: {
      stack: `organization/${project}/${stack}`,
      latest: {
        manifest: { time: new Date(0).toISOString(), magic: "", version: "" },
        secrets_providers: { type: "passphrase", state: { salt: await encryptionSalt() } },
        metadata: {},
      },
    },
  });
  return stateFile;
}

/** Writes what one `pulumi config set` a value writes, the secret ones encrypted. */
export async function writeConfig(
  { stack, folder }: Pick<StackPlace, "stack" | "folder">,
  values: Readonly<Record<string, ConfigValue>>,
): Promise<void> {
  const secretKey = await key();
  const config = Object.entries(values).map(([name, value]): [string, unknown] => {
    if (typeof value === "string") return [name, value];
    return [name, value.secret ? { secure: encrypt(value.value, secretKey) } : value.value];
  });
  const file = path.join(folder, `Pulumi.${stack}.yaml`);
  write(file, { encryptionsalt: await encryptionSalt(), config: Object.fromEntries(config) });
}

/** One salt for all stacks of tests: its key is derived once a process. */
const SALT = Buffer.from("lumenone");
let derived: Promise<Buffer> | undefined;

async function key(): Promise<Buffer> {
  return await (derived ??= promisify(pbkdf2)(PASSPHRASE, SALT, 1_000_000, 32, "sha256"));
}

/** The salt, with a known word by which the CLI recognises a wrong passphrase. */
async function encryptionSalt(): Promise<string> {
  return `v1:${SALT.toString("base64")}:${encrypt("pulumi", await key())}`;
}

/** The CLI's own format: AES-256-GCM, `v1:NONCE:CIPHERTEXT`, the tag at the end of the ciphertext. */
function encrypt(text: string, secretKey: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretKey, nonce);
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${ciphertext.toString("base64")}`;
}

function write(file: string, content: unknown): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(content));
}
