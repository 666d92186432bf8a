import * as http from "node:http";

/** A request with any headers: `fetch` sets `Host` and `Origin` itself. */
export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request. Of a response that does not end, such as events, it returns what comes first. */
export async function rawRequest(
  url: string,
  { method = "GET", headers = {}, body }: RawRequest = {},
): Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }> {
  return await new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      let text = "";
      const done = (): void => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        request.destroy();
      };
      response.setEncoding("utf8").on("end", done);
      response.on("data", (part: string) => {
        text += part;
        if (response.headers["content-type"] === "text/event-stream" && text.includes("event: requests")) done();
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}
