/// The frame of a page: pandoc puts the title and the body in.
enum HTMLPage {
  static let template = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>$pagetitle$</title>
    <style>
    \(styles)
    </style>
    </head>
    <body>
    <main>
    $body$
    </main>
    </body>
    </html>

    """

  private static let styles = """
    :root {
      --text: #1f2328; --faint: #59636e; --page: #ffffff; --panel: #f6f8fa; --line: #d1d9e0; --link: #0969da;
      --ok: #1a7f37; --failed: #cf222e; --failed-panel: #ffebe9;
      --keyword: #a626a4; --string: #2a7d2e; --comment: #6a737d; --number: #986801; --type: #0550ae;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e6edf3; --faint: #9198a1; --page: #0d1117; --panel: #161b22; --line: #3d444d; --link: #4493f8;
        --ok: #3fb950; --failed: #ff7b72; --failed-panel: #3d1a1d;
        --keyword: #d2a8ff; --string: #7ee787; --comment: #9198a1; --number: #e3b341; --type: #79c0ff;
      }
    }
    body { margin: 0; background: var(--page); color: var(--text);
      font: 17px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
    main { max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 2.2rem 0 0.8rem; }
    h1 { font-size: 2rem; margin-top: 0.5rem; }
    h2 { font-size: 1.45rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
    a { color: var(--link); }
    code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    :not(pre) > code { background: var(--panel); padding: 0.1em 0.35em; border-radius: 4px; font-size: 0.85em; }
    pre { overflow-x: auto; padding: 0.8rem 1rem; margin: 0.8rem 0; border-radius: 6px; }
    div.sourceCode pre, pre.sourceCode, pre:not(.output) { background: var(--panel); }
    div.sourceCode { margin: 0.8rem 0; }
    div.sourceCode pre { margin: 0; }
    pre.output { border-left: 3px solid var(--line); border-radius: 0; padding: 0.2rem 1rem; }
    p.title { font-weight: 600; margin: 1.6rem 0 -0.3rem; }
    p.note { color: var(--faint); font-style: italic; }
    blockquote { margin: 1rem 0; padding: 0 1rem; color: var(--faint); border-left: 3px solid var(--line); }
    table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; margin: 1rem 0;
      font-size: 0.92em; }
    caption { text-align: left; white-space: nowrap; font-style: italic; color: var(--faint); padding-bottom: 0.4rem; }
    th, td { padding: 0.3rem 0.9rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
    td { font-variant-numeric: tabular-nums; }
    figure { margin: 1.2rem 0; }
    figure svg { display: block; max-width: 100%; height: auto; border-radius: 6px; }
    math { font-size: 1.05em; }
    math[display="block"] { margin: 1rem 0; overflow-x: auto; overflow-y: hidden; }
    ul.checks { list-style: none; padding: 0; margin: 0.8rem 0; font-size: 0.92em; }
    ul.checks li { padding: 0.25rem 0.8rem; border-left: 4px solid var(--ok); margin: 0.25rem 0; }
    ul.checks li.failed { border-color: var(--failed); background: var(--failed-panel); }
    ul.checks li.ok strong { color: var(--ok) !important; }
    ul.checks li.failed strong { color: var(--failed) !important; }
    section.summary { margin-top: 3rem; border-top: 1px solid var(--line); font-weight: 600; }
    section.summary.ok > p:last-child { color: var(--ok); }
    section.summary.failed > p:last-child { color: var(--failed); }
    section.summary ul { font-weight: 400; }
    pre > code.sourceCode { white-space: pre; }
    pre > code.sourceCode > span > a { display: none; }
    .kw, .cf, .im { color: var(--keyword); }
    .st, .ss, .ch, .vs, .sc { color: var(--string); }
    .co, .do, .an, .cv, .in { color: var(--comment); font-style: italic; }
    .dv, .bn, .fl, .cn { color: var(--number); }
    .dt, .bu, .fu { color: var(--type); }
    @media print {
      main { max-width: none; padding: 0; }
      pre { white-space: pre-wrap; }
      figure { break-inside: avoid; }
    }
    """
}
