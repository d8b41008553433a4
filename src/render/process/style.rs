//! The style sheet of the pictures: one set of names for light and dark, all with a prefix of their
//! own, so that several pictures fit on a page.

/// The style sheet with its colours written out and without the dark ones, for programs that know
/// neither custom properties nor media queries: some leave out a whole rule with one of those. They find a
/// font that is embedded, too.
pub(super) fn plain() -> String {
    let mut lines = STYLE.lines().filter(|line| !line.starts_with("@media"));
    let colours: Vec<(&str, &str)> = lines
        .clone()
        .flat_map(|line| line.split(['{', ';']))
        .filter_map(|part| part.split_once(':'))
        .filter(|(name, _)| name.starts_with("--"))
        .collect();
    let mut out = String::with_capacity(STYLE.len());
    let mut rest = lines.by_ref().collect::<Vec<_>>().join("\n");
    while let Some(at) = rest.find("var(") {
        let tail = rest.split_off(at);
        out.push_str(&rest);
        let (name, after) = tail["var(".len()..].split_once(')').unwrap_or(("", ""));
        let colour = colours.iter().find(|(known, _)| *known == name);
        out.push_str(colour.map_or("currentColor", |(_, colour)| colour));
        after.clone_into(&mut rest);
    }
    out.push_str(&rest);
    let rules = out.split_inclusive(['{', ';']).filter(|it| !it.starts_with("--"));
    let plain: String = rules.collect();
    plain.replace("Helvetica,", "Helvetica,Liberation Sans,")
}

/// The style sheet. No character in it needs escaping.
pub const STYLE: &str = "
.gp{--gp-ink:#17212b;--gp-soft:#4a5a69;--gp-paper:#ffffff;--gp-band:#e6ecf2;--gp-lane:#f4f7fa;--gp-rule:#a9b6c2;--gp-edge:#3c4a58;--gp-message:#1f5f99;--gp-task:#ffffff;--gp-send:#e3eefa;--gp-gate:#fdf3d7;--gp-gate-edge:#8a6100;--gp-go:#e2f3e6;--gp-go-edge:#22703a;--gp-end:#eceff2;--gp-bad:#fbe4e1;--gp-bad-edge:#a52a1c;font-family:Arial,Helvetica,sans-serif;font-size:12px;color:var(--gp-ink)}
@media screen and (prefers-color-scheme:dark){.gp{--gp-ink:#e8edf2;--gp-soft:#aab8c5;--gp-paper:#12181e;--gp-band:#26313c;--gp-lane:#1a222a;--gp-rule:#4d5b68;--gp-edge:#b4c0cb;--gp-message:#7fb8ee;--gp-task:#1f2932;--gp-send:#1d3247;--gp-gate:#3a3014;--gp-gate-edge:#dcb455;--gp-go:#18351f;--gp-go-edge:#76c98c;--gp-end:#2a333c;--gp-bad:#45211d;--gp-bad-edge:#f0998d}}
.gp-paper{fill:var(--gp-paper)}
.gp-pool{fill:none;stroke:var(--gp-edge);stroke-width:1.4}
.gp-band{fill:var(--gp-band);stroke:var(--gp-edge);stroke-width:1.4}
.gp-lane{fill:none;stroke:var(--gp-rule)}
.gp-lane-title{fill:var(--gp-lane);stroke:var(--gp-rule)}
.gp-task{fill:var(--gp-task);stroke:var(--gp-edge);stroke-width:1.3}
.gp-send{fill:var(--gp-send);stroke:var(--gp-message);stroke-width:1.3}
.gp-gate{fill:var(--gp-gate);stroke:var(--gp-gate-edge);stroke-width:1.4}
.gp-go{fill:var(--gp-go);stroke:var(--gp-go-edge);stroke-width:1.4}
.gp-wait{fill:var(--gp-paper);stroke:var(--gp-message);stroke-width:1.3}
.gp-end{fill:var(--gp-end);stroke:var(--gp-edge);stroke-width:3}
.gp-bad{fill:var(--gp-bad);stroke:var(--gp-bad-edge);stroke-width:3}
.gp-flow{fill:none;stroke:var(--gp-edge);stroke-width:1.3}
.gp-message{fill:none;stroke:var(--gp-message);stroke-width:1.3;stroke-dasharray:6 4}
.gp-cut{fill:var(--gp-paper);stroke:var(--gp-edge);stroke-width:1.2}
.gp-message-cut{fill:var(--gp-paper);stroke:var(--gp-message);stroke-width:1.2}
.gp-cut-name{fill:var(--gp-ink);font-size:10px;font-weight:bold}
.gp-cut-long{font-size:8px}
.gp-tip{fill:var(--gp-edge);stroke:none}
.gp-open-tip{fill:var(--gp-paper);stroke:var(--gp-message);stroke-width:1.2}
.gp-text{fill:var(--gp-ink)}
.gp-label{fill:var(--gp-ink);stroke:var(--gp-paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.gp-message-label{fill:var(--gp-message);stroke:var(--gp-paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke;font-style:italic}
.gp-title{fill:var(--gp-ink);font-weight:bold}
.gp-part{fill:var(--gp-soft);font-weight:bold}
.gp-draft{fill:var(--gp-bad-edge);font-weight:bold;letter-spacing:2px;text-anchor:end}
.gp-mid{text-anchor:middle}
.gp-glyph{fill:none;stroke:var(--gp-ink);stroke-width:1.2;stroke-linejoin:round;stroke-linecap:round}
.gp-glyph-full{fill:var(--gp-ink);stroke:var(--gp-task);stroke-width:1;stroke-linejoin:round}
.gp-glyph-bold{fill:none;stroke:var(--gp-gate-edge);stroke-width:3;stroke-linecap:round}
";
