import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const JAVA = "java";

/** Whether there is a Java to run the Nu checker with. */
export const hasJava = spawnSync(JAVA, ["-version"]).status === 0;

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
// What is newer than the checker's CSS grammar; Chromium takes each. Anything else is found.
const NEWER = String.raw`.*CSS: .*(scroll-target-group|target-current|anchor|.top.: Parse Error).*|CSS: Parse Error\.?`;

/** What the Nu checker says of pages: errors, warnings and remarks, as `nu/KIND: words`, by file. */
export function nuGate(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const options = ["--format", "json", "--exit-zero-always", "--stdout", "--filterpattern", NEWER];
  const said = execFileSync(JAVA, ["-Xss4m", "-jar", JAR, ...options, ...files], {
    maxBuffer: 1e8,
    encoding: "utf8",
  });
  const { messages } = JSON.parse(said) as { messages: readonly { type: string; message: string; url: string }[] };
  return new Map(
    files.map((file) => [
      file,
      messages.filter(({ url }) => url.endsWith(file)).map(({ type, message }) => `nu/${type}: ${message}`),
    ]),
  );
}
