#include "compile/law_image.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/arena.h"
#include "base/files.h"

namespace relief {
namespace {

namespace fs = std::filesystem;

constexpr size_t most_kept = 6;  // images
constexpr std::string_view ending = ".law";
constexpr size_t header_room = 4096;  // a page

struct Header {
  char magic[16] = "relief law 1\n";
  std::uint64_t build = 0;   // of the program
  std::uint64_t sum = 0;     // of the content and the address below
  std::uint64_t size = 0;    // of the content
  std::uint64_t law = 0;     // its address
};

std::string folder_in_use() {
  if (const char* own = std::getenv("RELIEF_CACHE")) return own;
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr and *cache == '/')
    return std::string(cache) + "/relief";
  if (const char* home = std::getenv("HOME"); home != nullptr and *home == '/')
    return std::string(home) + "/.cache/relief";
  return {};
}

bool is_ours(const struct stat& status, mode_t type) {
  return (status.st_mode & S_IFMT) == type and status.st_uid == geteuid() and
         (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool is_our_folder(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 and is_ours(status, S_IFDIR);
}

void mix(std::uint64_t& sum, std::uint64_t word) {
  sum = (sum ^ word) * 0x9fb21c651e98df25;
  sum ^= sum >> 29;
}

// Tells texts apart; it does not stand against malice, so what others could write is not read.
std::uint64_t checksum(std::string_view bytes, std::uint64_t sum) {
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, 8);
    mix(sum, word);
  }
  for (; i < bytes.size(); ++i) mix(sum, static_cast<unsigned char>(bytes[i]) + 256u);
  mix(sum, bytes.size());
  return sum;
}

// Finds damage in an image, as fast as memory is: Fletcher's sums in lanes.
std::uint64_t damage_sum(std::string_view bytes, std::uint64_t law) {
  constexpr size_t lanes = 8;
  std::uint64_t first[lanes] = {}, second[lanes] = {};
  size_t i = 0;
  for (; i + lanes * 8 <= bytes.size(); i += lanes * 8) {
    std::uint64_t words[lanes];
    std::memcpy(words, bytes.data() + i, sizeof words);
    for (size_t lane = 0; lane < lanes; ++lane) {
      first[lane] += words[lane];
      second[lane] += first[lane];
    }
  }
  std::uint64_t sum = checksum(bytes.substr(i), law);
  for (size_t lane = 0; lane < lanes; ++lane) {
    mix(sum, first[lane]);
    mix(sum, second[lane]);
  }
  return sum;
}

// Of this program, from the linker; 0 where there is none. An image holds its data as this build lays it out.
std::uint64_t build_of_program() {
  std::uint64_t build = 0;
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* out) {
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          const auto& segment = info->dlpi_phdr[i];
          if (segment.p_type != PT_NOTE) continue;
          const auto* at = reinterpret_cast<const char*>(info->dlpi_addr + segment.p_vaddr);
          const auto* const end = at + segment.p_memsz;
          while (at + sizeof(ElfW(Nhdr)) <= end) {
            ElfW(Nhdr) note{};
            std::memcpy(&note, at, sizeof note);
            const auto* const name = at + sizeof note;
            const auto* const id = name + (note.n_namesz + 3) / 4 * 4;
            if (note.n_type == NT_GNU_BUILD_ID and id + note.n_descsz <= end)
              *static_cast<std::uint64_t*>(out) = checksum({id, note.n_descsz}, 1);
            at = id + (note.n_descsz + 3) / 4 * 4;
          }
        }
        return 1;  // the first object is the program itself
      },
      &build);
  return build;
}

// "2024-08-28..2026-12-01", open at an end without a change there.
std::string span_name(const Period& period) {
  return fmt::format("{}..{}", period.from ? to_string(*period.from) : "", period.until ? to_string(*period.until) : "");
}

std::optional<Period> span_of(std::string_view name) {
  const auto dots = name.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  Period period{parse_date(name.substr(0, dots)), parse_date(name.substr(dots + 2))};
  return period;
}

void remove_old(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ending or entry.path().extension() == ".rules")
      files.emplace_back(entry.last_write_time(), entry.path());
  std::sort(files.begin(), files.end());
  for (size_t i = 0; i + most_kept < files.size(); ++i) fs::remove(files[i].second);
}

Law* read_image(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return nullptr;
  Header header, wanted;
  struct stat status {};
  bool good = fstat(file, &status) == 0 and is_ours(status, S_IFREG) and
              pread(file, &header, sizeof header, 0) == static_cast<ssize_t>(sizeof header) and
              std::memcmp(header.magic, wanted.magic, sizeof wanted.magic) == 0 and header.build == build_of_program() and
              static_cast<std::uint64_t>(status.st_size) == header_room + header.size;
  good = good and Arena::restore(file, header_room, header.size) and
         damage_sum(Arena::content().substr(0, header.size), header.law) == header.sum;
  ::close(file);
  return good ? reinterpret_cast<Law*>(header.law) : nullptr;
}

}  // namespace

LawImage::LawImage(const std::vector<const Source*>& files) : folder_(folder_in_use()) {
  if (folder_.empty()) return;
  std::uint64_t first = 1, second = 0x5bd1e9955bd1e995;
  const auto add = [&](std::string_view bytes) {
    size_t i = 0;
    for (; i + 16 <= bytes.size(); i += 16) {
      std::uint64_t words[2];
      std::memcpy(words, bytes.data() + i, sizeof words);
      mix(first, words[0]);
      mix(second, words[1] + (words[0] >> 32 | words[0] << 32));
    }
    first = checksum(bytes.substr(i), first);
    second = checksum(bytes.substr(i), second);
    mix(first, bytes.size());
    mix(second, bytes.size());
  };
  for (const auto* file : files) {
    add(file->name());
    add(file->text());
  }
  fingerprint_ = fmt::format("{:016x}{:016x}", first, second);
}

bool LawImage::wanted() const { return not folder_.empty() and Arena::available() and build_of_program() != 0; }

ImageAhead::ImageAhead() {
  const std::string folder = folder_in_use();
  if (folder.empty() or not Arena::available() or build_of_program() == 0) return;
  thread_ = std::jthread([this, folder] {
    if (not is_our_folder(folder)) return;
    fs::file_time_type last{};
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
      if (entry.path().extension() != ending) continue;
      const auto time = entry.last_write_time(problem);
      if (path_.empty() or time > last) path_ = entry.path().string();
      last = std::max(last, time);
    }
    if (not path_.empty()) law_ = read_image(path_);
  });
}

const std::string& ImageAhead::path() {
  if (thread_.joinable()) thread_.join();
  return path_;
}

// FINGERPRINT.FROM..UNTIL.law
bool LawImage::serves(const fs::path& path, Date as_of) const {
  const std::string name = path.stem().string();
  if (path.extension() != ending or not name.starts_with(fingerprint_ + ".")) return false;
  const auto span = span_of(std::string_view(name).substr(fingerprint_.size() + 1));
  return span and span->contains(as_of);
}

std::shared_ptr<Law> LawImage::restore(Date as_of, ImageAhead& ahead) const {
  if (not wanted() or not is_our_folder(folder_)) return nullptr;
  Law* law = serves(ahead.path(), as_of) ? ahead.law() : nullptr;
  if (law == nullptr) {
    Arena::drop_restored();  // another image
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder_, problem)) {
      if (not serves(entry.path(), as_of)) continue;
      law = read_image(entry.path().string());
      fs::last_write_time(entry.path(), fs::file_time_type::clock::now(), problem);  // read ahead the next time
      break;
    }
  }
  if (law == nullptr) {
    Arena::drop_restored();  // of an image that was no good
    return nullptr;
  }
  law->program.as_of = as_of;
  return {law, [](Law*) {}};
}

void LawImage::keep(const Law& law) const {
  const std::string_view content = Arena::content();
  if (not wanted() or not Arena::holds(&law)) return;
  Header header;
  header.build = build_of_program();
  header.size = content.size();
  header.law = reinterpret_cast<std::uintptr_t>(&law);
  header.sum = damage_sum(content, header.law);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes.resize(header_room);
  bytes += content;
  try {
    fs::create_directories(fs::path(folder_).parent_path());
    mkdir(folder_.c_str(), 0700);
    if (not is_our_folder(folder_)) return;
    write_file(fmt::format("{}/{}.{}{}", folder_, fingerprint_, span_name(law.program.steady), ending), bytes, true);
    remove_old(folder_);
  } catch (const std::exception&) {
    // A full disk or a read-only home: the next run reads the rules again.
  }
}

}  // namespace relief
