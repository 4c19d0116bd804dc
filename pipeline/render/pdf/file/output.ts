/** The bytes of a file as they come: lines of operators and dictionaries are kept as text until somebody wants them. */
export class Output {
  readonly #parts: Uint8Array[] = [];
  #lines: string[] = [];

  /** Adds a line, of which each letter is a byte, or bytes as they are; says how many bytes that were. */
  add(data: string | Uint8Array): number {
    if (typeof data === "string") {
      this.#lines.push(data);
      return data.length + 1;
    }
    this.#flush();
    this.#parts.push(data);
    return data.length;
  }

  /** All of it, as text where each letter is a byte, or as bytes. */
  content(): string | Buffer {
    return this.#parts.length === 0 ? `${this.#lines.join("\n")}\n` : this.bytes();
  }

  /** All of it. */
  bytes(): Buffer {
    this.#flush();
    return Buffer.concat(this.#parts);
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    this.#parts.push(Buffer.from(`${this.#lines.join("\n")}\n`, "latin1"));
    this.#lines = [];
  }
}
