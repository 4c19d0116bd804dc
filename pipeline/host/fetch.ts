import { hostOf, isFetchable, type Fetched, type FetchLimits } from "../model/upstream.ts";

const MOST_REDIRECTS = 5;

/**
 * Fetches a file over the network, from the hosts of a list alone, redirects too; within bounds of time and size. What
 * goes wrong is said in words that are the same on every machine.
 */
export async function fetchBytes(address: string, limits: FetchLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.seconds * 1000);
  try {
    return await follow(address, limits, signal, MOST_REDIRECTS);
  } catch (cause) {
    if (signal.aborted) return { failed: `no whole answer came within ${limits.seconds} seconds` };
    return {
      failed: cause instanceof TypeError ? "the server cannot be reached, or broke off its answer" : String(cause),
    };
  }
}

async function follow(address: string, limits: FetchLimits, signal: AbortSignal, left: number): Promise<Fetched> {
  const host = hostOf(address);
  if (!isFetchable(address)) return { failed: `it leads to ${address}, which is neither https nor this machine` };
  if (host === undefined || !limits.hosts.includes(host))
    return { failed: `it leads to ${host ?? address}, which brief.yaml does not list under upstream, hosts` };
  const answer = await fetch(address, {
    redirect: "manual",
    signal,
    headers: { accept: "text/csv, application/json" },
  });
  if (answer.status >= 300 && answer.status < 400) {
    const location = answer.headers.get("location");
    await answer.body?.cancel();
    if (location === null || left === 0) return { failed: `it redirects without end (status ${answer.status})` };
    return follow(new URL(location, address).href, limits, signal, left - 1);
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    return { failed: `the server answers with status ${answer.status}` };
  }
  return whole(answer, limits);
}

async function whole(answer: Response, { megabytes }: FetchLimits): Promise<Fetched> {
  const most = megabytes * 1_000_000;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = answer.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    length += read.value.length;
    if (length > most) {
      await reader?.cancel();
      return { failed: `it is larger than ${megabytes} megabytes` };
    }
    chunks.push(read.value);
  }
  const declared = Number(answer.headers.get("content-length") ?? length);
  // A server that compresses declares what it sends, not what it means.
  if (answer.headers.get("content-encoding") === null && declared !== length)
    return { failed: `only ${length} of ${declared} bytes came` };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (mayBeCut(answer, bytes))
    return { failed: "it ends within a line, and the server does not say where it ends: only a part may have come" };
  return { bytes };
}

/** Whether nothing tells half an answer from a whole one: it ends where the line went dead (RFC 9112, 6.3), and in no line end or bracket. */
function mayBeCut({ headers }: Response, bytes: Uint8Array): boolean {
  const isMeasured = headers.has("content-length") || headers.has("transfer-encoding");
  return !isMeasured && bytes.length > 0 && !/[\n\r\]}]\s*$/.test(String.fromCharCode(...bytes.slice(-9)));
}
