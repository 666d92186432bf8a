import { BuildProgress } from "../support/pulumi-cli/build-progress";

function progressOn(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const progress = new BuildProgress(stream, () => time);
  return { progress, written, pass: (milliseconds: number) => void (time += milliseconds) };
}

test("on a terminal one line moves: modules, then packages of how many, and nothing is left of it", () => {
  const { progress, written } = progressOn(true);
  progress.onDownload("go: downloading github.com/pulumi/esc v0.17.0");
  progress.onDownload("go: added github.com/pulumi/esc v0.17.0");
  progress.expect(1200);
  progress.onCompile("net/http");
  progress.done();
  expect(written).toEqual([
    "\r\u001b[K  downloading module 1: github.com/pulumi/esc",
    "\r\u001b[K  compiling package 1 of at most 1200: net/http",
    "\r\u001b[K",
  ]);
});

test("elsewhere a line comes now and then", () => {
  const { progress, written, pass } = progressOn(false);
  for (let count = 0; count < 100; count++) {
    progress.onCompile(`package-${count}`);
    pass(1000);
  }
  progress.done();
  expect(written).toHaveLength(4);
  expect(written[0]).toBe("\n  compiling package 21: package-20 ... ");
});
