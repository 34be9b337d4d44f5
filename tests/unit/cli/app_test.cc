#include "cli/app.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "support/small_rules.h"

namespace relief::cli {
namespace {

using test::Folder;

struct Ran {
  int status = 0;
  std::string out, err;
};

// Each test has a folder with rules and two case files.
class Program {
 public:
  Program() {
    test::write_small_rules(folder);
    folder.write("a.yaml", "case: C-1\nclient: {in_us: yes, status: no_status}\ncrimes: [{id: c1, category: assault}]\n"
                           "filing: {u_status: not_filed}\n");
    folder.write("b.yaml", "client: {in_su: yes}\n");
  }

  // "@" before a word stands for the folder.
  Ran run(std::vector<std::string> words, bool with_rules = true) const {
    if (with_rules and not words.empty()) {
      words.push_back("--rules");
      words.push_back("@rules");
      if (words[0] != "test") words.insert(words.end(), {"--as-of", "2026-11-24"});
    }
    for (std::string& word : words)
      if (word.starts_with("@")) word = folder / word.substr(1);
    std::ostringstream out, err;
    Ran ran;
    ran.status = number_of(cli::run(words, out, err));
    ran.out = out.str();
    ran.err = err.str();
    return ran;
  }

  Folder folder;
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("wrong usage is 2, says what is wrong, and what was perhaps meant") {
  const Program program;
  struct Row {
    std::vector<std::string> words;
    const char *message, *hint;
  };
  const Row rows[] = {
      {{}, "which command?", ""},
      {{"chek", "@a.yaml"}, "no command 'chek'", "did you mean 'check'?"},
      {{"frobnicate"}, "no command 'frobnicate'", "one of: check, "},
      {{"--verison"}, "no flag '--verison'", "did you mean '--version'?"},
      {{"check", "--fulll", "@a.yaml"}, "no flag '--fulll'", "did you mean '--full'?"},
      {{"check", "--frobnicate=3", "@a.yaml"}, "no flag '--frobnicate'", "relief check --help shows its flags"},
      {{"check"}, "CASE is required", "relief check --help"},
      {{"check", "@a.yaml", "--format", "xml"}, "--format", ""},
      {{"check", "@a.yaml", "--width", "0"}, "--width", ""},
      {{"check", "@a.yaml", "--color", "maybe"}, "--color", ""},
      {{"check", "-", "-"}, "standard input (-) can be read once only", ""},
      {{"list", "relief"}, "no list 'relief'", "did you mean 'reliefs'?"},
      {{"help", "chek"}, "no command 'chek'", "did you mean 'check'?"},
  };
  for (const Row& row : rows) {
    const Ran ran = program.run(row.words, false);
    CHECK_MESSAGE(ran.status == 2, row.message);
    CHECK_MESSAGE(ran.out.empty(), row.message);
    CHECK_MESSAGE(holds(ran.err, row.message), ran.err);
    CHECK_MESSAGE(holds(ran.err, row.hint), ran.err);
  }
}

TEST_CASE("wrong values are 2 as well") {
  const Program program;
  struct Row {
    std::vector<std::string> words;
    const char *message, *hint;
  };
  const Row rows[] = {
      {{"check", "@a.yaml", "--relief", "uu"}, "no relief 'uu'", "one of: h, u"},
      {{"check", "@a.yaml", "--only", "opne"}, "no state 'opne'", "did you mean 'open'?"},
      {{"check", "@a.yaml", "--fail-on", "met,bad"}, "no state 'bad'", "one of: met, not_met"},
      {{"check", "@a.yaml", "--filed", "soon"}, "--filed: 'soon' is no date", "2026-11-24"},
      {{"rule", "u.certificaton"}, "the rules have nothing named 'u.certificaton'", "did you mean 'u.certification'?"},
  };
  for (const Row& row : rows) {
    const Ran ran = program.run(row.words);
    CHECK_MESSAGE(ran.status == 2, row.message);
    CHECK_MESSAGE(holds(ran.err, row.message), ran.err);
    CHECK_MESSAGE(holds(ran.err, row.hint), ran.err);
  }
}

TEST_CASE("help and version are 0, on standard output") {
  const Program program;
  for (const auto& words : {std::vector<std::string>{"--help"}, {"-h"}, {"help"}, {"check", "--help"}, {"help", "check"}}) {
    const Ran ran = program.run(words, false);
    CHECK(ran.status == 0);
    CHECK(holds(ran.out, "Usage: relief"));
    CHECK(ran.err.empty());
  }
  setenv("RELIEF_RULES", (program.folder / "rules").c_str(), 1);
  const Ran version = program.run({"--version"}, false);
  unsetenv("RELIEF_RULES");
  CHECK(version.status == 0);
  CHECK(version.out.starts_with("relief "));
  CHECK(holds(version.out, "rules small 2026.1 ("));
}

TEST_CASE("findings of any kind are 0") {
  const Program program;
  const Ran ran = program.run({"check", "@a.yaml"});
  CHECK(ran.status == 0);
  CHECK(ran.out.starts_with("C-1 "));
  CHECK(ran.err.empty());
}

TEST_CASE("--only shows some states, --fail-on complains of what is shown") {
  const Program program;
  const Ran only = program.run({"check", "@a.yaml", "--only", "review"});
  CHECK(only.status == 0);
  CHECK(holds(only.out, "\nREVIEW   Hardship"));
  CHECK_FALSE(holds(only.out, "\nOPEN"));
  CHECK(program.run({"check", "@a.yaml", "--fail-on", "open"}).status == 1);
  CHECK(program.run({"check", "@a.yaml", "--fail-on", "met,not_met"}).status == 0);
  CHECK(program.run({"check", "@a.yaml", "--only", "review", "--fail-on", "open"}).status == 0);
  const Ran none = program.run({"check", "@a.yaml", "--only", "met"});
  CHECK(none.status == 0);
  CHECK(holds(none.out, "No finding is in one of the states asked for."));
}

TEST_CASE("--relief takes several, with commas or repeated, and leaves the case file alone") {
  const Program program;
  for (const auto& words : {std::vector<std::string>{"check", "--relief", "u,h", "@a.yaml"},
                            {"check", "--relief", "u", "--relief", "h", "@a.yaml"}}) {
    const Ran ran = program.run(words);
    CHECK(ran.status == 0);
    CHECK(holds(ran.out, "2 reliefs"));
  }
  CHECK(holds(program.run({"check", "--relief", "u", "@a.yaml"}).out, "1 relief\n"));
}

TEST_CASE("a case with an error is 3, has its place on standard error, and stops no other case") {
  const Program program;
  const Ran ran = program.run({"check", "@b.yaml", "@a.yaml", "@none.yaml", "@rules"});
  CHECK(ran.status == 3);
  CHECK(ran.out.starts_with("C-1 "));
  CHECK(holds(ran.err, "b.yaml:1:10: error: "));
  CHECK(holds(ran.err, "did you mean 'in_us'?"));
  CHECK(holds(ran.err, "none.yaml"));
  CHECK(holds(ran.err, "is a folder; name the case files in it"));
}

TEST_CASE("in JSON every case has its object, also one with errors") {
  const Program program;
  const Ran array = program.run({"check", "@b.yaml", "@a.yaml", "--format", "json"});
  CHECK(array.status == 3);
  CHECK(array.out.starts_with("[\n"));
  CHECK(holds(array.out, "\"case\": \"b\""));
  CHECK(holds(array.out, "\"code\": \"unknown-fact\""));
  CHECK(holds(array.out, "\"case\": \"C-1\""));
  const Ran lines = program.run({"check", "@b.yaml", "@a.yaml", "--format", "ndjson"});
  CHECK(std::count(lines.out.begin(), lines.out.end(), '\n') == 2);
  CHECK(program.run({"check", "@a.yaml", "--format", "json"}).out.starts_with("{\n  \"schema_version\": 1,"));
}

TEST_CASE("a conclusion on a criterion that does not exist is an error of the case") {
  const Program program;
  program.folder.write("c.yaml", "client: {in_us: yes}\nconclusions:\n  h.hrad: {is: yes, by: AB, on: 2026-11-02, why: x}\n");
  const Ran ran = program.run({"check", "@c.yaml"});
  CHECK(ran.status == 3);
  CHECK(holds(ran.err, "no criterion 'h.hrad'"));
  CHECK(holds(ran.err, "did you mean 'h.hard'?"));
}

TEST_CASE("rules with an error, or none, are 4") {
  const Program program;
  program.folder.write("broken/ruleset.yaml", "ruleset: x\n");
  program.folder.write("empty/x.txt", "");
  const Ran broken = program.run({"check", "@a.yaml", "--rules", "@broken"}, false);
  CHECK(broken.status == 4);
  CHECK(holds(broken.err, "ruleset.yaml:"));
  CHECK(holds(broken.err, "nothing was evaluated"));
  CHECK(program.run({"check", "@a.yaml", "--rules", "@empty"}, false).status == 4);
  CHECK(program.run({"check", "@a.yaml", "--rules", "@nowhere"}, false).status == 4);
}

TEST_CASE("a day before the law that the rules know is 7") {
  const Program program;
  const Ran ran = program.run({"check", "@a.yaml", "--rules", "@rules", "--as-of", "2000-10-27"}, false);
  CHECK(ran.status == 7);
  CHECK(holds(ran.err, "which begins on 2000-10-28"));
  CHECK(program.run({"check", "@a.yaml", "--rules", "@rules", "--as-of", "2000-10-28"}, false).status == 0);
}

TEST_CASE("-o writes a file for its owner alone, and replaces none unless forced") {
  const Program program;
  const Ran first = program.run({"check", "@a.yaml", "-o", "@out.txt"});
  CHECK(first.status == 0);
  CHECK(first.out.empty());
  const std::string path = program.folder / "out.txt";
  CHECK(content(path).starts_with("C-1 "));
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const Ran again = program.run({"check", "@a.yaml", "-o", "@out.txt"});
  CHECK(again.status == 2);
  CHECK(holds(again.err, "--force replaces it"));
  CHECK(program.run({"check", "@a.yaml", "-o", "@out.txt", "--force", "--format", "json"}).status == 0);
  CHECK(content(path).starts_with("{"));
}

TEST_CASE("what cannot be written is 74, and leaves nothing behind") {
  const Program program;
  CHECK(program.run({"check", "@a.yaml", "-o", "@nowhere/out.txt"}).status == 74);
  std::ofstream full("/dev/full");
  std::ostringstream err;
  const auto status = cli::run({"check", program.folder / "a.yaml", "--rules", program.folder / "rules"}, full, err);
  CHECK(number_of(status) == 74);
  CHECK(holds(err.str(), "cannot be written"));
}

TEST_CASE("a page never has colour in a file, and has none in a string unless asked") {
  const Program program;
  CHECK_FALSE(holds(program.run({"check", "@a.yaml"}).out, "\033["));
  CHECK(holds(program.run({"check", "@a.yaml", "--color", "always"}).out, "\033["));
  CHECK(program.run({"check", "@a.yaml", "-o", "@plain.txt"}).status == 0);
  CHECK_FALSE(holds(content(program.folder / "plain.txt"), "\033["));
}

TEST_CASE("the width is that of --width, else of COLUMNS, and never below 40") {
  const Program program;
  const auto widest = [](const std::string& text) {
    size_t most = 0, current = 0;
    for (const char c : text) {
      current = c == '\n' ? 0 : current + 1;
      most = std::max(most, current);
    }
    return most;
  };
  setenv("COLUMNS", "60", 1);
  CHECK(widest(program.run({"check", "@a.yaml"}).out) <= 60);
  CHECK(widest(program.run({"check", "@a.yaml"}).out) > 45);
  CHECK(widest(program.run({"check", "@a.yaml", "--width", "100"}).out) > 80);
  const size_t least = widest(program.run({"check", "@a.yaml", "--width", "10"}).out);
  CHECK(least <= 40);
  CHECK(least > 30);
  setenv("COLUMNS", "80", 1);
}

TEST_CASE("--lang es asks in Spanish") {
  CHECK(holds(Program().run({"check", "@a.yaml", "--lang", "es"}).out, "¿Cuándo se firmó?"));
}

TEST_CASE("a rule is found by its id, its beginning or its last part") {
  const Program program;
  CHECK(program.run({"rule", "u"}).out.starts_with("u: Status for victims of crimes"));
  CHECK(program.run({"rule", "certification"}).out.starts_with("u.certification "));
  CHECK(program.run({"rule", "shared.nonc"}).out.starts_with("shared.noncitizen "));
  const Ran several = program.run({"rule", "filing.u_d"});
  CHECK(several.out == "filing.u_date\nfiling.u_decided_date\n");
  CHECK(several.status == 0);
}

TEST_CASE("lists in text, JSON and CSV") {
  const Program program;
  CHECK(holds(program.run({"list", "criteria", "--cites", "8 USC 1184(p)(2)"}).out, "h.here"));
  CHECK(program.run({"list", "reliefs", "--format", "csv"}).out.starts_with("id,short,cite,in_force,title\r\nh,"));
  CHECK(program.run({"list", "facts", "--format", "json"}).out.starts_with("[\n  {\n    \"fact\": \"client.in_us\""));
  const Ran unknown = program.run({"list", "criteria", "--cites", "INA 999"});
  CHECK(unknown.status == 0);
  CHECK(holds(unknown.err, "no source 'INA 999'"));
  CHECK(program.run({"list", "criteria", "--cites", "INA 999", "-q"}).err.empty());
}

TEST_CASE("tests of rules: passed is 0, failed is 1, none is 4") {
  const Program program;
  CHECK(program.run({"test"}).status == 4);
  const std::string file = "tests: h\nas of: 2026-11-24\nbase:\n  client: {in_us: yes}\ncases:\n"
                           "  - name: presence is not enough\n    expect: {finding: ";
  program.folder.write("rules/h.test.yaml", file + "review}\n");
  const Ran passed = program.run({"test"});
  CHECK(passed.status == 0);
  CHECK(holds(passed.out, "1 test passed, 0 failed"));
  CHECK(program.run({"test", "--coverage", "--min", "100"}).status == 1);
  CHECK(holds(program.run({"test", "--coverage"}).out, "h.hard: never met, not met"));
  program.folder.write("rules/h.test.yaml", file + "met}\n");
  const Ran failed = program.run({"test"});
  CHECK(failed.status == 1);
  CHECK(holds(failed.out, "presence is not enough"));
  CHECK(holds(failed.out, "finding: expected met, found review"));
}

TEST_CASE("an argument with control characters cannot reach the terminal") {
  const Ran ran = Program().run({"che\x1b[2Jck"}, false);
  CHECK(ran.status == 2);
  CHECK_FALSE(holds(ran.err, "\x1b"));
}

}  // namespace
}  // namespace relief::cli
