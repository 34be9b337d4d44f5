#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int count, char** values) {
  setenv("RELIEF_CACHE", "", 1);  // an image of the law serves one run of the program; here many follow each other
  return doctest::Context(count, values).run();
}
