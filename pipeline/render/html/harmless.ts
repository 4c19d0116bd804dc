/** Text in which characters that no page may hold, or that turn the direction of text, have become U+FFFD. */
export const harmless = (text: string): string =>
  text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, "\ufffd");
