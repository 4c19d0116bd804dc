/** What `footing --help` prints. */
export const USAGE = `footing: briefs whose every number has been checked

  footing build [BRIEF…]    check briefs and write them to out/ (all briefs, if none is named)
  footing check [BRIEF…]    check them and write nothing; FAMILY/MEMBER names one brief of a family
  footing why BRIEF ID      where a figure comes from, down to the cells, and where it is shown
  footing diff OLD NEW      what moved from one ledger to another; each a figures.json or its folder
  footing regenerate [BRIEF…]  what a schedule does: refresh, build, prove, and propose an edition if something moved
  footing publish BRIEF     publish it as an edition, with --kind, --reason and --site
  footing publish --rebuild-lists   make the lists of a site anew
  footing verify            hold every file of a site against the records
  footing merge DIR…        join the pieces of a build that --shard parted, into --out
  footing refresh [BRIEF…]  fetch upstream data, and write what changed into the datasets

  Folders may be named for every command, needed or not:
  --data DIR        where the briefs are                          (data)
  --templates DIR   where the templates and the house style are   (templates)
  --out DIR         where the finished briefs go                  (out)
  --date DATE       the edition's day, YYYY-MM-DD, in place of brief.yaml's
  --site DIR        publish, verify: where the site is
  --kind KIND       publish: first, revision, correction or withdrawal
  --reason TEXT     publish: why, in a sentence for readers
  --today DATE      the day of the run: refresh and regenerate note it as that of the retrieval (SOURCE_DATE_EPOCH's day);
                    build, check and regenerate warn of what is overdue by then
  --charts-at URL   regenerate: where the charts of the proposal will be found, in its body; else they stand beside it
  --json            print JSON on standard output: lines from build and check, one value from why and diff
  --strict          let warnings stop a brief, as errors do
  --prove           read the finished page and PDF back, and hold them against the text
  --exempt          check: list the numbers and words that may stand unbound, with the rule that lets each pass
  --markdown        diff: print Markdown
  --no-cache        make everything anew
  --cache DIR       where what is made is kept between builds     (node_modules/.cache/footing)
  --watch           build, check: do it again whenever a file of data or templates changes, until Ctrl-C
  --jobs N          build, check: how many workers make many briefs; without it, as many as pay
  --shard I/N       build, check: make one piece of the work, of N; merge joins the pieces
  --seconds N       build, check: give up a brief of many that takes longer           (120)
  --megabytes N     build, check: give up a brief of many that takes more memory     (2048)
  --quiet           build, check: say nothing of how far the work has come
  --timings         build, check: say what each stage took, and where the long way was gone
  --help, --version

Exit: 0 done, 1 problems in data or templates (nothing of that brief written), 2 wrong usage, 3 a fetch failed
(refresh, regenerate), 10 figures moved (diff, regenerate), 70 our bug.
`;
