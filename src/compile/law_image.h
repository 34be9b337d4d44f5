#pragma once
// The law as loaded and compiled, kept between runs in the user's cache folder: one file a rule set and span of time
// in which no text of it changes, named by a fingerprint of the bytes of all rule files, so it is never stale. It is a
// memory image (base/arena.h), good for this build of the program alone. It is read only when it and its folder belong
// to this user and nobody else can write there; whatever is wrong with it, the rules are read anew. It holds rules
// alone, never facts of a case.
//
// $RELIEF_CACHE names another folder; set to nothing, it turns the cache off.
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/date.h"
#include "compile/law.h"

namespace relief {

// Reads the image that was kept last while the rule files are read: in most runs it is the one wanted.
class ImageAhead {
 public:
  ImageAhead();
  const std::string& path();            // waits for it; empty where there is none
  Law* law() const { return law_; }     // after path(); null where it was no good

 private:
  std::string path_;  // the thread's until it is joined
  Law* law_ = nullptr;
  std::jthread thread_;
};

class LawImage {
 public:
  // `files` are all rule files, in order.
  explicit LawImage(const std::vector<const Source*>& files);

  // Whether to build the law in the arena, so that it can be kept.
  bool wanted() const;
  // The law of that day; null where there is no good image. It lives as long as the process.
  std::shared_ptr<Law> restore(Date as_of, ImageAhead& ahead) const;
  // Keeps `law`, built in the arena, for all days from the last change of its texts to the next. Older images beyond a
  // few are removed. Fails silently.
  void keep(const Law& law) const;

 private:
  bool serves(const std::filesystem::path& path, Date as_of) const;

  std::string folder_;  // empty: no cache
  std::string fingerprint_;
};

}  // namespace relief
