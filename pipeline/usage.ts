/** What `footing --help` prints. */
export const USAGE = `footing: briefs whose every number has been checked

  footing build [BRIEF…]    check briefs and write them to out/ (all briefs, if none is named)
  footing check [BRIEF…]    check them and write nothing

  --data DIR        where the briefs are                          (data)
  --templates DIR   where the templates and the house style are   (templates)
  --out DIR         where the finished briefs go                  (out)
  --date DATE       the edition's day, YYYY-MM-DD, in place of brief.yaml's
  --json            print JSON lines on standard output
  --strict          let warnings stop a brief, as errors do
  --no-cache        make everything anew
  --help, --version

Exit: 0 built, 1 problems in data or templates (nothing of that brief written), 2 wrong usage, 70 our bug.
`;
