#pragma once
// A small rules folder for tests of what is shown: a relief for each crime, one for the client, a shared
// definition, versions, a judgement, an urgent flag, deadlines, a gap, a form.
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace relief::test {

// A folder that is gone when the test is.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "relief-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& text) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }
  std::string path() const { return path_.string(); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline void write_small_rules(const Folder& folder) {
  folder.write("rules/ruleset.yaml", R"(ruleset: small
title: A small law
version: 2026.1
law from: 2000-10-28
last checked: 2026-11-24
notice: A screening aid, not legal advice.
)");
  folder.write("rules/authorities.yaml", R"(authorities: small
INA 214: {title: Nonimmigrants, also: 8 USC 1184, checked: 2026-11-24}
INA 241: {title: Detention and removal}
8 CFR 214.11: {title: Victims of trafficking, also: former 8 CFR 214.11}
8 CFR 214.14: {title: Victims of crimes}
)");
  folder.write("rules/facts/client.yaml", R"(facts: client
in_us: {type: yes_no, ask: "Are you here?", pregunta: "¿Está usted aquí?"}
birth_date: {type: date, ask: "When were you born?", pregunta: "¿Cuándo nació?"}
status: {type: "one_of [no_status, citizen]", ask: "Which status?", pregunta: "¿Qué estatus?"}
hardship: {type: yes_no, ask: "Is it extreme?", pregunta: "¿Es extrema?", judgement: yes, factors: [client.in_us],
  cite: INA 214(p)}
)");
  folder.write("rules/facts/crimes.yaml", R"(facts: crimes
record: crime
list: {ask: "Has anyone hurt you?", pregunta: "¿Alguien le hizo daño?"}
category: {type: "one_of [assault, robbery, theft]", ask: "What was done?", pregunta: "¿Qué le hicieron?"}
certified_date: {type: date, ask: "When was it signed?", pregunta: "¿Cuándo se firmó?"}
)");
  folder.write("rules/facts/filing.yaml", R"(facts: filing
u_status: {type: "one_of [not_filed, pending, approved]", ask: "Was it filed?", pregunta: "¿Se presentó?"}
u_date: {type: date, ask: "When was it filed?", pregunta: "¿Cuándo se presentó?"}
u_decided_date: {type: date, ask: "When was it decided?", pregunta: "¿Cuándo se decidió?"}
)");
  folder.write("rules/shared.yaml", R"(shared: small
lists:
  listed_crimes:
    cite: 8 CFR 214.14
    words: [assault, {robbery: from 2013-03-07}]
criteria:
  noncitizen:
    cite: INA 214(p)(1)
    says: the client is not a citizen
    all of: [client.status is no_status]
)");
  folder.write("rules/u.yaml", R"(relief: u
title: Status for victims of crimes
short: U visa
cite: INA 214(p); 8 CFR 214.14
in force: from 2000-10-28
last checked: 2026-11-24
decided by: USCIS alone
filing: filing.u
for each: crimes
report: strongest
requires: [shared.noncitizen, listed_crime, certification]
criteria:
  listed_crime:
    cite: 8 CFR 214.14(a)(9)
    says: the crime is on the list
    any of: [crimes.category is one of shared.listed_crimes]
    evidence: [police report]
    cure: look for a listed crime in the same events
  certification:
    says: Supplement B was signed within six months before the filing
    gap: the last day is not settled
    versions:
      - from: 2000-10-28
        cite: former 8 CFR 214.11
        all of: [crimes.certified_date is on or before filing date]
      - from: 2007-10-17
        cite: 8 CFR 214.14(c)(2)(i)
        all of: [crimes.certified_date is less than 6 months before filing date]
flags:
  danger:
    says: look at removal first
    cite: INA 241(a)(5)
    urgent: yes
    all of: [client.in_us]
deadlines:
  certification:
    says: the petition must be received
    cite: 8 CFR 214.14(c)(2)(i)
    due: less than 6 months after crimes.certified_date
    when: filing.u_status is not_filed
    severity: fatal
    if missed: a new Supplement B is needed
forms:
  - {form: I-918, title: Petition, fee: none, cite: 8 CFR 214.14(c)(1)}
gaps: [this law is small]
)");
  folder.write("rules/h.yaml", R"(relief: h
title: Relief for hardship
short: Hardship
cite: INA 214(p)
in force: from 2000-10-28
last checked: 2026-11-24
requires: [here, hard]
criteria:
  here:
    cite: INA 214(p)(2)
    says: the client is in the United States
    all of: [client.in_us]
  hard:
    cite: INA 214(p)(3)
    says: removal would be an extreme hardship
    all of: [client.hardship]
)");
}

}  // namespace relief::test
