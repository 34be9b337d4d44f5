#include "law/period.h"

namespace relief {

std::string to_string(const Period& period) {
  std::string text;
  if (period.from) text = "from " + to_string(*period.from);
  if (period.until) text += (text.empty() ? "until " : " until ") + to_string(*period.until);
  return text.empty() ? "always" : text;
}

}  // namespace relief
