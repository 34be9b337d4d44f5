#include <doctest/doctest.h>

#include "law/authority.h"

namespace relief {
namespace {

TEST_CASE("a citation lies in a source at the level of a section") {
  CHECK(is_within("INA 214(p)(1)", "INA 214"));
  CHECK(is_within("8 CFR 214.14", "8 CFR 214.14"));
  CHECK(is_within("3 USCIS-PM B.2(D)(4)", "3 USCIS-PM B"));
  CHECK(is_within("89 FR at 34882", "89 FR at"));
  CHECK_FALSE(is_within("INA 2145", "INA 214"));
  CHECK_FALSE(is_within("8 CFR 214.14", "8 CFR 214.1"));
  CHECK_FALSE(is_within("22 USC 7105a", "22 USC 7105"));
}

TEST_CASE("a list of citations is told in full") {
  using List = std::vector<std::string>;
  CHECK(citations_in("INA 101(a)(15)(U); 8 CFR 214.14(a)(9), (14)") ==
        List{"INA 101(a)(15)(U)", "8 CFR 214.14(a)(9)", "8 CFR 214.14(a)(14)"});
  CHECK(citations_in("INA 214(o)(2), (7)(A)") == List{"INA 214(o)(2)", "INA 214(o)(7)(A)"});
  CHECK(citations_in("8 CFR 214.204(e), (g), 214.206(a)") ==
        List{"8 CFR 214.204(e)", "8 CFR 214.204(g)", "8 CFR 214.206(a)"});
  CHECK(citations_in("INA 212(d)(13) and (d)(3)(A)(ii)") == List{"INA 212(d)(13)", "INA 212(d)(3)(A)(ii)"});
  CHECK(citations_in("8 CFR 214.14(c)(2)(i), (c)(4)") == List{"8 CFR 214.14(c)(2)(i)", "8 CFR 214.14(c)(4)"});
  CHECK(citations_in("8 CFR 214.14(c)(2)(i), (ii)") == List{"8 CFR 214.14(c)(2)(i)", "8 CFR 214.14(c)(2)(ii)"});
  CHECK(citations_in("8 CFR 214.14(h), (i)") == List{"8 CFR 214.14(h)", "8 CFR 214.14(i)"});
  CHECK(citations_in("8 CFR 214.211(e)(2)(i), (iv)(A)") == List{"8 CFR 214.211(e)(2)(i)", "8 CFR 214.211(e)(2)(iv)(A)"});
  CHECK(citations_in("INA 101(a)(15)(T)(i)(III)(aa), (bb), (II)") ==
        List{"INA 101(a)(15)(T)(i)(III)(aa)", "INA 101(a)(15)(T)(i)(III)(bb)", "INA 101(a)(15)(T)(i)(II)"});
  CHECK(citations_in("INA 204(a)(1)(A)(iii), (iv), (vii), (J)") ==
        List{"INA 204(a)(1)(A)(iii)", "INA 204(a)(1)(A)(iv)", "INA 204(a)(1)(A)(vii)", "INA 204(a)(1)(J)"});
  CHECK(citations_in("8 USC 1367(a)(1)(A)-(D), (F), (a)(2)") ==
        List{"8 USC 1367(a)(1)(A)-(D)", "8 USC 1367(a)(1)(F)", "8 USC 1367(a)(2)"});
  CHECK(citations_in("8 CFR 214.14(c)(7), 274a.12(a)(19)") == List{"8 CFR 214.14(c)(7)", "8 CFR 274a.12(a)(19)"});
  CHECK(citations_in("INA 240(c), 240A(b)(2) and 240B") == List{"INA 240(c)", "INA 240A(b)(2)", "INA 240B"});
  CHECK(citations_in("USCIS memorandum of April 11, 2008") == List{"USCIS memorandum of April 11, 2008"});
  CHECK(citations_in("Directive 2011/36/EU art. 11(2), (3)") ==
        List{"Directive 2011/36/EU art. 11(2)", "Directive 2011/36/EU art. 11(3)"});
  CHECK(citations_in("Matter of Sanchez Sosa, 25 I&N Dec. 807 (BIA 2012)") ==
        List{"Matter of Sanchez Sosa, 25 I&N Dec. 807 (BIA 2012)"});
}

}  // namespace
}  // namespace relief
