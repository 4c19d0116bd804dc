import { join } from "node:path";
import { composeBrief } from "../../pipeline/build.ts";
import { openHost } from "../../pipeline/host/host.ts";
import type { Rendered } from "../../pipeline/model/brief.ts";
import { render } from "../../pipeline/render/render.ts";

const root = join(import.meta.dirname, "..", "..");

/** The sample, drawn in memory. */
export async function renderedSample(): Promise<Rendered> {
  const host = openHost({ data: join(root, "data"), templates: join(root, "templates"), out: join(root, "out") });
  const composed = await composeBrief("belt-and-road-science", host, { strict: false });
  const rendered = composed.value && (await render(composed.value, host));
  if (rendered?.value === undefined) throw new Error(JSON.stringify(composed.problems));
  return rendered.value;
}
