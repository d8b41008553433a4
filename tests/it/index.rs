//! `gnc index`: the page that lists blocks says what is so, links what is there, and escapes what
//! strangers wrote.

use std::fs;

use crate::cli::{Folder, root, run};

/// The blocks of the tests, built in small into a folder.
fn built(folder: &Folder, blocks: &[&str]) {
    for id in blocks {
        let block = format!("utility-blocks/{id}.yaml");
        let out = folder.at(id);
        let args = ["build", &block, "--out", &out, "--only", "markdown,svg,openapi", "--draft"];
        assert!(run(&args).code < 2);
    }
}

#[test]
fn the_page_says_of_each_block_how_far_it_is_and_links_its_files() {
    let folder = Folder::new();
    built(&folder, &["wco.co-push", "adj-kat.co-push"]);
    let blocks = ["utility-blocks/wco.co-push.yaml", "utility-blocks/adj-kat.co-push.yaml"];
    let ran = run(&["index", &folder.at(""), blocks[0], blocks[1]]).ends(0);
    assert!(ran.says("index.html: 2 blocks") && ran.says("index.fr.html: 2 blocks"), "{}", ran.out);
    let english = fs::read_to_string(folder.at("index.html")).unwrap();
    let french = fs::read_to_string(folder.at("index.fr.html")).unwrap();
    for said in [
        "<h2 id=\"frameworks\">Framework blocks</h2>",
        "<h2 id=\"profiles\">Profiles for Parties and regions</h2>",
        "<code>wco.co-push 1.0.0</code>",
        "7 errors, 1 warning",
        "<code>DAT-04</code>",
        "The block has errors: its files are drafts.",
        "href=\"wco.co-push/annex/annex.en.md\"",
        "href=\"wco.co-push/process/issue-and-use.en.svg\"",
        "href=\"index.fr.html\" lang=\"fr\" hreflang=\"fr\"",
        // The profile names its framework, which is on the page.
        "<a href=\"#block-wco-co-push\">wco.co-push@1.0.0</a>",
    ] {
        assert!(english.contains(said), "the page does not say {said}");
    }
    assert!(french.contains("7 erreurs, 1 avertissement"));
    assert!(french.contains("href=\"wco.co-push/process/issue-and-use.fr.svg\""));
    assert!(french.contains("<html lang=\"fr\">"));
    for page in [&english, &french] {
        // Each process and the lifecycle of both blocks, drawn without words.
        assert_eq!(page.matches("<svg ").count(), 16);
        assert!(!page.contains("<text") && !page.contains("<script") && !page.contains("http:"));
        for link in page.split(" href=\"").skip(1) {
            let (link, _) = link.split_once('"').unwrap();
            let there = link.starts_with('#') || folder.path().join(link).is_file();
            assert!(there, "the page links {link}, which is not there");
        }
        for list in ["wco.co-push", "adj-kat.co-push"] {
            let manifest = fs::read_to_string(folder.at(&format!("{list}/manifest.json"))).unwrap();
            for path in gnc::manifest::paths(&manifest) {
                assert!(
                    page.contains(&format!("href=\"{list}/{path}\"")),
                    "{list}/{path} is missing"
                );
            }
        }
    }
}

#[test]
fn the_page_is_the_same_each_time_and_in_one_language_alone() {
    let (one, other) = (Folder::new(), Folder::new());
    let block = "utility-blocks/wco.co-pull.yaml";
    for folder in [&one, &other] {
        run(&["index", &folder.at(""), block, "--lang", "fr"]).ends(0);
        assert!(!folder.path().join("index.en.html").exists());
    }
    let page = fs::read_to_string(one.at("index.html")).unwrap();
    assert_eq!(page, fs::read_to_string(other.at("index.html")).unwrap());
    assert!(page.contains("<html lang=\"fr\">") && !page.contains("hreflang"), "{page}");
    assert!(page.contains("Aucun fichier n’a été produit à partir de ce bloc."));
    // What is allowed with a reason is counted apart.
    assert!(page.contains("aucun ; admis avec motif : 1"), "{page}");
}

#[test]
fn files_of_another_text_are_said_to_be_so() {
    let folder = Folder::new();
    let text = fs::read_to_string(root().join("utility-blocks/wco.global-exchange.yaml")).unwrap();
    let block = folder.write("blocks/wco.global-exchange.yaml", &text);
    let (dir, out) = (folder.at("site"), folder.at("site/any-name"));
    run(&["build", &block, "--out", &out, "--only", "mermaid"]).ends(0);
    let ran = run(&["index", &dir, &block]).ends(0);
    assert!(!ran.says("another text"), "{}", ran.out);
    folder.write(
        "blocks/wco.global-exchange.yaml",
        text.replacen("version: 1.0.0", "version: 1.0.1", 1),
    );
    let ran = run(&["index", &dir, &block]).ends(0);
    assert!(ran.says("were made from another text of the block"), "{}", ran.out);
    let page = fs::read_to_string(folder.at("site/index.html")).unwrap();
    assert!(page.contains("The files were made from another text of the block"));
}

#[test]
fn what_strangers_wrote_stays_text_and_broken_files_are_listed() {
    let folder = Folder::new();
    let hostile = "gnc: 1\nblock:\n  id: x.y\n  version: 0.1.0\n  status: concept\n  \
                   title: \"<script>alert(1)</script> & \\\"quoted\\\"\"\n";
    let block = folder.write("blocks/x.y.yaml", hostile);
    let broken = folder.write("blocks/z.yaml", "gnc: 1\nblock: [\n");
    let manifest = r#"{"manifest":1,"block":"x.y","version":"0.1.0","status":"concept","draft":false,
        "artifacts":[{"path":"../../etc/passwd","kind":"html","bytes":1,"sha256":""},
                     {"path":"annex/a b\"<.html","kind":"html","bytes":1,"sha256":""}]}"#;
    folder.write("site/x/manifest.json", manifest);
    let ran = run(&["index", &folder.at("site"), &block, &broken]).ends(1);
    assert!(ran.err.contains("z.yaml"), "{}", ran.err);
    let page = fs::read_to_string(folder.at("site/index.html")).unwrap();
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "), "{page}");
    assert!(!page.contains("<script") && !page.contains("passwd"), "{page}");
    assert!(page.contains("href=\"x/annex/a%20b%22%3C.html\""), "{page}");
    assert!(page.contains("Files that could not be read") && page.contains("not readable"));
}

#[test]
fn the_introduction_is_a_template() {
    let folder = Folder::new();
    folder.write("own/index/en/page.md", "# Our blocks\n\nThere are {blocks}, *all* ours & <b>.\n");
    let block = "utility-blocks/wco.co-pull.yaml";
    let (dir, own) = (folder.at(""), folder.at("own"));
    run(&["index", &dir, block, "--lang", "en", "--templates", &own]).ends(0);
    let page = fs::read_to_string(folder.at("index.html")).unwrap();
    assert!(page.contains("<h1>Our blocks</h1>") && page.contains("<title>Our blocks</title>"));
    assert!(page.contains("<p>There are 1, <em>all</em> ours &amp; &lt;b&gt;.</p>"), "{page}");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let ran = run(&["index", "no/such/folder", "utility-blocks/wco.co-pull.yaml"]).ends(3);
    assert!(ran.err.contains("no/such/folder"), "{}", ran.err);
}
