//! What documents as PDF cost, beside what Typst alone takes for the same source.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use gnc::render::document::{Picture, pdf};
use gnc::render::process::svg;
use gnc::text::Sources;
use gnc::view;
use gnc::view::document::templates::Templates;
use gnc::view::document::{Drawing, Edition, Options, Paper, Parallel};
use gnc::words::Lang;
use gnc::workspace::Workspace;

use crate::{FRAMEWORK, GNC, PROFILE, median, ms, myself, synthetic};

/// The tables of PDF: the annex of the shipped bilateral block, and that of growing blocks.
pub(crate) fn table(folder: &Path) -> String {
    if !cfg!(feature = "pdf") {
        return "PDF is not built in: `cargo bench --features pdf -- pdf --write`.".to_owned();
    }
    let out = folder.join("out").display().to_string();
    let mut rows = vec![
        "| annex of the bilateral block | pages | CPU ms | wall ms | Typst alone, CPU ms | × |"
            .to_owned(),
        "|---|---|---|---|---|---|".to_owned(),
    ];
    for (name, langs) in
        [("en", &[Lang::En][..]), ("fr", &[Lang::Fr][..]), ("en+fr", &[Lang::En, Lang::Fr][..])]
    {
        let source = folder.join(format!("typst-{}", name.replace('+', "-")));
        for (path, bytes) in files(langs) {
            let path = source.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let alone = median(&myself(), &["--typst", &source.display().to_string()], 5);
        let args = ["build", PROFILE, "--out", &out, "--only", "pdf", "--lang", name];
        let whole = median(GNC, &args, 5);
        rows.push(format!(
            "| `gnc build --only pdf --lang {name}` | {} | {} | {} | {} | {:.2} |",
            pages(&out, name),
            ms(whole.cpu),
            ms(whole.wall),
            ms(alone.cpu),
            whole.cpu.as_secs_f64() / alone.cpu.as_secs_f64()
        ));
    }
    rows.extend([
        String::new(),
        "| elements more than the example | pages | CPU ms | wall ms | CPU ms per element |"
            .to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ]);
    for elements in [300_u32, 600, 1_200] {
        let path = folder.join("exa-exb.co-pages.yaml");
        fs::write(&path, synthetic::block("exa-exb.co-pages", elements as usize)).unwrap();
        let path = path.display().to_string();
        let args = ["build", &path, "--draft", "--out", &out, "--only", "pdf", "--lang", "en"];
        let cost = median(GNC, &args, 3);
        rows.push(format!(
            "| {elements} | {} | {} | {} | {} |",
            pages(&out, "en"),
            ms(cost.cpu),
            ms(cost.wall),
            ms(cost.cpu / elements)
        ));
    }
    rows.join("\n")
}

/// How many pages an annex has, as poppler counts them, where that is installed.
fn pages(out: &str, langs: &str) -> String {
    let file = format!("{out}/annex/annex.{}.pdf", langs.replace('+', "-"));
    let said = Command::new("pdfinfo").arg(file).output();
    let said = said.map(|it| String::from_utf8_lossy(&it.stdout).into_owned()).unwrap_or_default();
    let count = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    count.map_or("?", str::trim).to_owned()
}

/// What Typst reads for the annex of the bilateral block: files by their names.
fn files(langs: &[Lang]) -> BTreeMap<String, Vec<u8>> {
    let mut workspace = Workspace::default();
    let add =
        |workspace: &mut Workspace, path: &str| workspace.add(path, fs::read(path).unwrap()).0;
    add(&mut workspace, FRAMEWORK);
    let file = add(&mut workspace, PROFILE);
    workspace.prepare();
    let resolved = workspace.analyse(file).resolved.unwrap();
    let templates = Templates::new(&mut Sources::default(), &[]);
    let text = |lang| {
        view::document::build(Paper::Annex, &resolved, &templates, lang, Options::default()).0
    };
    let edition = match langs {
        [left, right] => Edition::Parallel(Box::new(Parallel::new(text(*left), text(*right)))),
        _ => Edition::One(Box::new(text(langs[0]))),
    };
    let pictures: Vec<Picture> = langs.iter().flat_map(|lang| pictures(&resolved, *lang)).collect();
    pdf::source(&edition, &pictures, &[], &mut |_| {})
}

fn pictures(resolved: &gnc::resolve::Resolved, lang: Lang) -> Vec<Picture> {
    let picture = |drawing, sheets| Picture {
        drawing,
        lang,
        path: String::new(),
        svg: String::new(),
        sheets,
        dots: Vec::new(),
    };
    let processes = view::process::build::build(resolved);
    let drawn = processes.iter().map(|it| {
        let sheets = svg::sheets(it, &svg::lay_out(it, lang), lang);
        picture(Drawing::Process(it.id.clone()), sheets)
    });
    let lifecycle = view::process::build::lifecycle(resolved);
    let lifecycle = lifecycle.map(|it| picture(Drawing::Lifecycle, svg::state_sheets(&it, lang)));
    drawn.chain(lifecycle).collect()
}

/// As a child of the bench: sets the files of a folder, and does nothing else.
#[cfg(feature = "pdf")]
pub(crate) fn alone(folder: &str) {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(Path::new(folder).join("pdf")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        files.insert(format!("pdf/{name}"), fs::read(&path).unwrap());
    }
    let main = pdf::TEMPLATES[0].0.to_owned();
    // PDF for archives has a date.
    let date = Some((2026, 1, 1));
    let job = gnc_typeset::Job { main, files, date, ident: "bench".to_owned() };
    let bytes = gnc_typeset::set(job).unwrap();
    fs::write(Path::new(folder).join("alone.pdf"), bytes).unwrap();
}

/// Without PDF there is no Typst to measure.
#[cfg(not(feature = "pdf"))]
pub(crate) fn alone(_: &str) {}
