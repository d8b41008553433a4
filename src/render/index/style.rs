//! How the page that lists blocks looks: on a desk, on a telephone, in the dark and on paper.

/// The style sheet; that of the pictures follows it.
pub(super) const SHEET: &str = r#"
:root {
  color-scheme: light dark;
  --paper: #f5f6f8; --card: #fff; --ink: #1a1a1f; --soft: #54545f; --line: #cfd3da; --shade: #eef1f5;
  --link: #0b4f9e; --bad: #9c2218; --bad-shade: #fde4e1; --warn: #6b4a00; --warn-shade: #fff3cd;
  --good: #1d6434;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101216; --card: #191b20; --ink: #ececf1; --soft: #b0b3bd; --line: #3d414b; --shade: #22252c;
    --link: #8fbcf7; --bad: #ffa79d; --bad-shade: #45201c; --warn: #ffdc8f; --warn-shade: #3a3010;
    --good: #86d69c;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.75rem) 4rem; max-width: 78rem;
  background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif;
}
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--card) }
.skip:focus { left: 1rem; top: 1rem }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code { font: .88em/1.4 ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace; overflow-wrap: anywhere }
h1 { font-size: clamp(1.8rem, 5vw, 2.6rem); line-height: 1.15; margin: .3rem 0 1rem }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 3rem 0 1rem }
h3 { font-size: 1.2rem; line-height: 1.3; margin: .15rem 0 .5rem }
h4 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin: 1.2rem 0 .4rem }
h5 { font-size: .92rem; margin: .9rem 0 .2rem }
p { margin: 0 0 .7rem }
.editions { float: right; margin: .4rem 0 0 1rem }
.lead { max-width: 52rem; font-size: 1.05rem }
table { border-collapse: collapse; width: 100%; font-size: .95rem; background: var(--card); border: 1px solid var(--line) }
caption { text-align: left; color: var(--soft); padding: 0 0 .5rem }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line) }
thead th { background: var(--shade); font-size: .85rem; vertical-align: bottom; border-top: 0 }
tbody th { font-weight: 600; white-space: nowrap }
article { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: 1.1rem clamp(1rem, 2.5vw, 1.6rem) 1.2rem; margin: 0 0 1.4rem }
article:target { outline: 2px solid var(--link) }
.id { margin: 0; color: var(--soft) }
.purpose { max-width: 52rem }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: .6rem 1.6rem; margin: .8rem 0 0 }
.facts dt { font-size: .85rem; color: var(--soft) }
.facts dd { margin: 0 }
.steps { display: flex; flex-wrap: wrap; gap: .3rem .5rem; list-style: none; margin: 0 0 .6rem; padding: 0; font-size: .9rem }
.steps li { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem; color: var(--soft) }
.steps [aria-current] { border-color: var(--ink); border-width: 2px; color: var(--ink); font-weight: 600 }
.steps .whole > :first-child { color: var(--good) }
.steps .said { font-weight: 400 }
.steps .said::before { content: "(" }
.steps .said::after { content: ")" }
.found { list-style: none; margin: .4rem 0 0; padding: 0; max-width: 60rem }
.found li { padding: .25rem 0; border-top: 1px solid var(--line) }
.found .error, .found .warning, .found .advice { font-size: .85rem; font-weight: 600; border-radius: .2rem; padding: .05rem .4rem; background: var(--shade) }
.found .error { color: var(--bad); background: var(--bad-shade) }
.found .warning { color: var(--warn); background: var(--warn-shade) }
.found .place, .size { color: var(--soft); font-size: .88rem; white-space: nowrap }
.remark { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .8rem }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.5rem), 1fr)); gap: .8rem; list-style: none; margin: 0; padding: 0; font-size: .9rem; line-height: 1.35 }
.pictures a, .pictures li > span { display: block; text-decoration: none }
.pictures svg { display: block; width: 100%; height: 9.5rem; padding: .4rem; margin: 0 0 .3rem; border: 1px solid var(--line); border-radius: .3rem; background: var(--card) }
.pictures svg path { vector-effect: non-scaling-stroke; stroke-width: 1px }
.pictures a:hover svg { border-color: var(--link) }
.pictures a:hover span { text-decoration: underline }
summary { cursor: pointer; padding: .2rem 0; width: max-content; max-width: 100% }
.leading { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; list-style: none; margin: 0 0 .4rem; padding: 0 }
.leading li { padding: .15rem 0 }
.leading a { font-weight: 600 }
.shelves ul { list-style: none; margin: 0; padding: 0; columns: 19rem auto; column-gap: 2rem; font-size: .92rem }
.shelves li { padding: .2rem 0; break-inside: avoid }
@media (max-width: 48rem) {
  table, caption, tbody, tr, th, td { display: block; width: auto; white-space: normal }
  table { border: 0; background: none }
  thead { display: none }
  tbody tr { border: 1px solid var(--line); background: var(--card); margin: 0 0 .7rem; padding: .3rem 0 }
  tbody th, tbody td { border: 0; padding: .2rem .8rem }
  tbody td::before { content: attr(data-title) ": "; color: var(--soft); font-size: .9em }
  .pictures { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)) }
  .pictures svg { height: 7.5rem }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #999; --shade: #f1f1f1; --link: #000 }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.4 }
  .skip, .editions, .shelves { display: none }
  article { break-inside: avoid; border-radius: 0 }
}
"#;
