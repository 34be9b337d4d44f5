#pragma once
// SHA-256, from libmd; the only file that includes it.
#include <string>
#include <string_view>

namespace relief {

std::string sha256_hex(std::string_view bytes);  // 64 hexadecimal digits

}  // namespace relief
