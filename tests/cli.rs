//! The command as users run it: exit codes, files written, and that neither threads nor order change a byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use assert_cmd::Command;
use predicates::prelude::*;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn dateline() -> Command {
    Command::cargo_bin("dateline").unwrap()
}

/// A folder with `n` small articles.
fn articles(n: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for i in 0..n {
        let text = format!(
            "Editor shot dead in Riverton\n\nRIVERTON, {} March 2019 (Example Press) - Gunmen shot dead the newspaper editor \
             Anna Example{i} on Monday outside her home in Nairobi, police said.\n\nTwo men were arrested.\n",
            i % 28 + 1
        );
        fs::write(folder.path().join(format!("article-{i:03}.txt")), text).unwrap();
    }
    folder
}

fn run(paths: &[&Path], out: &Path, more: &[&str]) -> assert_cmd::assert::Assert {
    dateline().arg("run").args(paths).arg("--out").arg(out).args(more).assert()
}

/// The outputs that must not differ between equal runs.
fn outputs(out: &Path) -> Vec<Vec<u8>> {
    ["mentions.jsonl", "incidents.jsonl", "incidents.csv"].iter().map(|f| fs::read(out.join(f)).unwrap()).collect()
}

fn report(out: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(out.join("report.json")).unwrap()).unwrap()
}

#[test]
fn a_clean_run_writes_four_files_and_nothing_else() {
    let (input, out) = (articles(3), tempfile::tempdir().unwrap());
    run(&[input.path()], &out.path().join("new/folder"), &[]).code(0);
    let mut names: Vec<_> = fs::read_dir(out.path().join("new/folder"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["incidents.csv", "incidents.jsonl", "mentions.jsonl", "report.json"]);
    assert_eq!(report(&out.path().join("new/folder"))["articles"], 3);
}

#[test]
fn one_bad_file_among_ten_is_reported_and_costs_nothing_else() {
    let (input, out) = (articles(9), tempfile::tempdir().unwrap());
    fs::write(input.path().join("bad.txt"), [0u8, 159, 146, 150, 0, 0, 1, 2, 3]).unwrap();
    run(&[input.path()], out.path(), &[]).code(1).stderr(predicate::str::contains("bad.txt"));
    let report = report(out.path());
    assert_eq!(report["articles"], 9);
    assert_eq!(report["problems"].as_array().unwrap().len(), 1);
    assert_eq!(report["problems"][0]["doc"], "bad.txt");
}

#[test]
fn bad_patterns_show_every_mistake_and_write_nothing() {
    let (input, out, patterns) = (articles(1), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let lexicon = patterns.path().join("lexicon");
    fs::create_dir(&lexicon).unwrap();
    fs::write(lexicon.join("titles.csv"), "phrase,value,note\nzz,,\naa,,\n").unwrap();
    fs::create_dir_all(patterns.path().join("rules/places")).unwrap();
    fs::write(patterns.path().join("rules/places/mine.toml"), "[[rule]]\nid = \"mine\"\nsurprise = 1\n").unwrap();
    fs::write(patterns.path().join("stray.csv"), "a,b\n").unwrap();
    let target = out.path().join("out");
    let more = ["--patterns", patterns.path().to_str().unwrap()];
    run(&[input.path()], &target, &more)
        .code(2)
        .stderr(predicate::str::is_match(r"titles\.csv:3:1: .*\n\s+hint: ").unwrap())
        .stderr(predicate::str::contains("mine.toml:3:1: unknown key \"surprise\""))
        .stderr(predicate::str::contains("stray.csv:1:1: nothing reads a file of this name and place"));
    assert!(!target.exists());
    dateline().arg("check").arg(patterns.path()).assert().code(2);
}

#[test]
fn bad_arguments_do_not_run() {
    let (input, out) = (articles(1), tempfile::tempdir().unwrap());
    dateline().assert().code(2);
    dateline().args(["run", "--out", "x"]).assert().code(2);
    dateline().arg("run").arg(input.path()).assert().code(2);
    run(&[input.path()], out.path(), &["--threads", "0"]).code(2);
    run(&[input.path()], out.path(), &["--metadata", "/no/such/table.csv"]).code(2);
    run(&[input.path()], out.path(), &["--patterns", "/no/such/folder"]).code(2);
    run(&[Path::new("/no/such/input")], out.path(), &[]).code(2);
    let file = out.path().join("file");
    fs::write(&file, "").unwrap();
    run(&[input.path()], &file.join("below"), &[]).code(2);
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
}

#[test]
fn a_run_that_fails_leaves_the_old_files() {
    let (input, out) = (articles(2), tempfile::tempdir().unwrap());
    run(&[input.path()], out.path(), &[]).code(0);
    let before = outputs(out.path());
    run(&[input.path()], out.path(), &["--patterns", "/no/such/folder"]).code(2);
    assert_eq!(outputs(out.path()), before);
}

#[test]
fn threads_and_order_of_paths_change_no_byte() {
    let input = articles(60);
    let files: Vec<_> = (0..60).map(|i| input.path().join(format!("article-{i:03}.txt"))).collect();
    let paths: Vec<&Path> = files.iter().map(|f| f.as_path()).collect();
    let shuffled: Vec<&Path> = (0..60).map(|i| paths[i * 37 % 60]).collect();
    let out = tempfile::tempdir().unwrap();
    let at = |name: &str| out.path().join(name);
    run(&paths, &at("one"), &["--threads", "1"]).code(0);
    run(&paths, &at("four"), &["--threads", "4"]).code(0);
    run(&shuffled, &at("shuffled"), &["--threads", "3"]).code(0);
    assert_eq!(outputs(&at("one")), outputs(&at("four")));
    assert_eq!(outputs(&at("one")), outputs(&at("shuffled")));
    assert!(!outputs(&at("one"))[0].is_empty());
}

#[test]
fn another_article_changes_no_other_row() {
    let (input, out) = (articles(12), tempfile::tempdir().unwrap());
    run(&[input.path()], &out.path().join("before"), &[]).code(0);
    fs::write(input.path().join("article-005-b.txt"), "A cat was seen in Lyon on 3 May 2011.\n").unwrap();
    run(&[input.path()], &out.path().join("after"), &[]).code(0);
    let rows = |name: &str, file: &str| {
        let text = fs::read_to_string(out.path().join(name).join(file)).unwrap();
        text.lines().filter(|l| !l.contains("article-005-b")).map(str::to_string).collect::<Vec<_>>()
    };
    for file in ["mentions.jsonl", "incidents.jsonl", "incidents.csv"] {
        assert_eq!(rows("before", file), rows("after", file), "{file}");
    }
}

#[test]
fn outputs_inside_the_input_folder_are_not_read_again() {
    let input = articles(2);
    run(&[input.path()], input.path(), &[]).code(0);
    let before = outputs(input.path());
    run(&[input.path()], input.path(), &[]).code(0);
    assert_eq!(outputs(input.path()), before);
    assert_eq!(report(input.path())["articles"], 2);
}

#[test]
fn standard_input_jsonl_and_metadata_are_read() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let table = folder.path().join("m.csv");
    fs::write(&table, "doc,published\nx-1,2020-05-26\n").unwrap();
    let line = "{\"id\":\"x-1\",\"text\":\"A man was shot dead in Paris on Sunday.\"}\n";
    dateline()
        .args(["run", "-", "--out"])
        .arg(out.path())
        .arg("--metadata")
        .arg(&table)
        .write_stdin(line)
        .assert()
        .code(0);
    let mentions = fs::read_to_string(out.path().join("mentions.jsonl")).unwrap();
    assert!(mentions.contains("\"doc\":\"x-1\"") && mentions.contains("\"start_date\":\"2020-05-24\""), "{mentions}");
}

#[test]
fn offsets_are_code_points() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let text = "Żółw — a café in Paris was attacked on 7 March 2015.\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    run(&[folder.path()], out.path(), &[]).code(0);
    let chars: Vec<char> = text.chars().collect();
    let mentions = fs::read_to_string(out.path().join("mentions.jsonl")).unwrap();
    assert!(mentions.lines().count() >= 2, "{mentions}");
    for line in mentions.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let (start, end) = (row["start"].as_u64().unwrap() as usize, row["end"].as_u64().unwrap() as usize);
        assert_eq!(chars[start..end].iter().collect::<String>(), row["text"].as_str().unwrap());
    }
}

#[test]
fn explain_speaks_to_people_and_programs() {
    let input = articles(1);
    let file = input.path().join("article-000.txt");
    dateline()
        .arg("explain")
        .arg(&file)
        .assert()
        .code(0)
        .stdout(predicate::str::contains("mentions").and(predicate::str::contains("\u{1b}[").not()));
    let out = dateline().arg("explain").arg(&file).args(["--format", "json"]).assert().code(0);
    let json: serde_json::Value = serde_json::from_slice(&out.get_output().stdout).unwrap();
    for part in ["lines", "sentences", "mentions", "rejected", "frames", "dropped", "incidents"] {
        assert!(json[part].is_array(), "{part}");
    }
    let place = json["mentions"][0]["rule_at"].as_str().unwrap();
    assert!(place.contains(':'), "{place}");
    dateline().args(["explain", "/no/such/file"]).assert().code(2);
}

#[test]
fn the_built_in_patterns_pass_their_check() {
    dateline().arg("check").assert().code(0).stdout(predicate::str::contains(" 0 findings"));
}

#[test]
fn an_overlay_switches_a_row_off() {
    let (input, out, patterns) = (articles(1), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::create_dir(patterns.path().join("lexicon")).unwrap();
    fs::write(patterns.path().join("lexicon/months.csv"), "phrase,value,note\nmarch,OFF,\n").unwrap();
    let dates = |out: &Path| {
        let text = fs::read_to_string(out.join("mentions.jsonl")).unwrap();
        text.lines().filter(|l| l.contains("\"text\":\"1 March 2019\"")).count()
    };
    run(&[input.path()], out.path(), &[]).code(0);
    let before = (dates(out.path()), report(out.path())["patterns"].clone());
    run(&[input.path()], out.path(), &["--patterns", patterns.path().to_str().unwrap()]).code(0);
    assert!(before.0 > dates(out.path()));
    assert_ne!(before.1, report(out.path())["patterns"]);
}

/// Labels that one row agrees with; `articles` gives every row another victim.
fn labels(folder: &Path) {
    let label = |n: usize, victim: &str| {
        let incident = format!("{{\"methods\":[\"shooting\"],\"victims\":[[\"{victim}\"]],\"countries\":[\"KE\"]}}");
        fs::write(
            folder.join(format!("article-{n:03}.json")),
            format!("{{\"doc\":\"article-{n:03}.txt\",\"incidents\":[{incident}]}}"),
        )
    };
    label(0, "Anna Example0").unwrap();
    fs::write(folder.join("article-001.json"), "{\"doc\":\"article-001.txt\",\"incidents\":[]}").unwrap();
}

#[test]
fn reliability_shows_how_many_rows_of_a_mark_are_right() {
    let (input, out, gold) = (articles(3), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    run(&[input.path()], out.path(), &[]).code(0);
    labels(gold.path());
    let rows = out.path().join("judged.csv");
    dateline()
        .arg("reliability")
        .args([gold.path(), &out.path().join("incidents.jsonl")])
        .args(["--rank", "1", "--rows"])
        .arg(&rows)
        .assert()
        .code(0)
        .stdout(predicate::str::is_match(r"(?m)^all +2 +1 +50\.0 %").unwrap())
        .stdout(predicate::str::contains("calibration error").and(predicate::str::contains("area under ROC    0.500")))
        .stderr(predicate::str::contains("1 rows of articles without labels are left out"));
    let rows = fs::read_to_string(rows).unwrap();
    assert!(rows.starts_with("doc,id,rank,confidence,right\narticle-000.txt,"), "{rows}");
    assert!(rows.lines().nth(1).unwrap().ends_with(",1") && rows.lines().nth(2).unwrap().ends_with(",0"), "{rows}");
}

#[test]
fn reliability_without_labels_or_rows_does_not_run() {
    let (input, out, gold) = (articles(1), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    run(&[input.path()], out.path(), &[]).code(0);
    let found = out.path().join("incidents.jsonl");
    dateline().arg("reliability").args([Path::new("/no/such"), &found]).assert().code(2);
    dateline().arg("reliability").args([gold.path(), &found]).assert().code(2);
    fs::write(gold.path().join("bad.json"), "{\n\"doc\": 3}").unwrap();
    dateline()
        .arg("reliability")
        .args([gold.path(), &found])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("bad.json:2:8"));
}

#[test]
fn an_overlay_changes_the_confidence_and_nothing_else() {
    let (input, out, patterns) = (articles(1), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(patterns.path().join("confidence.csv"), "feature,weight,reason,note\nbase,-9,,\nfloor,-10,,\n").unwrap();
    let rows = |out: &Path| {
        let mut row: serde_json::Value =
            serde_json::from_str(fs::read_to_string(out.join("incidents.jsonl")).unwrap().lines().next().unwrap())
                .unwrap();
        (row["confidence"].take(), row)
    };
    run(&[input.path()], &out.path().join("own"), &[]).code(0);
    run(&[input.path()], &out.path().join("other"), &["--patterns", patterns.path().to_str().unwrap()]).code(0);
    let (own, other) = (rows(&out.path().join("own")), rows(&out.path().join("other")));
    assert_eq!(own.1, other.1);
    assert!(own.0.as_f64() > other.0.as_f64());
}

#[test]
fn rows_below_the_floor_are_not_written_but_explained() {
    let (input, out, patterns) = (articles(1), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let overlay = "feature,weight,reason,note\nbase,-9,,\nfloor,-1,,\n";
    fs::write(patterns.path().join("confidence.csv"), overlay).unwrap();
    let with = ["--patterns", patterns.path().to_str().unwrap()];
    run(&[input.path()], out.path(), &with).code(0);
    assert_eq!(fs::read_to_string(out.path().join("incidents.jsonl")).unwrap(), "");
    let article = fs::read_dir(input.path()).unwrap().next().unwrap().unwrap().path();
    dateline()
        .arg("explain")
        .arg(article)
        .args(with)
        .assert()
        .stdout(predicate::str::contains("in a row as unlikely as 0.0"));
}
