#include "base/hash.h"

#include <sha256.h>
#include <sys/types.h>

#include <cstdint>

namespace relief {

std::string sha256_hex(std::string_view bytes) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  char hex[SHA256_DIGEST_STRING_LENGTH];
  SHA256_End(&context, hex);
  return hex;
}

}  // namespace relief
