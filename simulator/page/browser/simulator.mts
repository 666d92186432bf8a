/** Asks the simulator to do something. @throws with its reason */
export async function ask(method: "POST" | "DELETE", action: string, body?: unknown): Promise<void> {
  const response = await fetch(`/_simulator/${action}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (response.ok) return;
  const { message } = (await response.json()) as { message: string };
  throw new Error(message.replace(/^lumenone-simulator: /, ""));
}
