declare module "hyphen/*/index.js" {
  const patterns: {
    hyphenateSync(text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }): string;
  };
  export default patterns;
}
