import { spawn } from "@lydell/node-pty";
import { type Asciicast, type Output } from "./asciicast";

/** What is recorded, and in what terminal. */
export interface Recorded {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Default: that of this process, without a wish for no colours. */
  readonly env?: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs a program in a pseudo terminal with colours, and records what it writes and when.
 * @throws the program ended with another code than 0
 */
export function recordTerminal({ title, command, args, folder, env, width, height }: Recorded): Promise<Asciicast> {
  const { NO_COLOR: _, ...environment } = env ?? process.env;
  const began = performance.now();
  const events: Output[] = [];
  const terminal = spawn(command, [...args], {
    cols: width,
    rows: height,
    cwd: folder,
    name: "xterm-256color",
    env: environment,
  });
  terminal.onData((text) => events.push({ time: (performance.now() - began) / 1000, text }));
  return new Promise((resolve, reject) => {
    terminal.onExit(({ exitCode }) => {
      if (exitCode === 0) resolve({ title, width, height, events });
      else reject(new Error(`${command} ended with code ${exitCode}:\n${events.map(({ text }) => text).join("")}`));
    });
  });
}
