#pragma once

#include <deque>
#include <list>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/lists.h"
#include "import/report.h"
#include "model/level.h"

namespace catalog::import {

/// A law, body, channel or domain that the tables name.
struct Registered {
  std::string id;
  std::string name;  // a title for laws
  std::vector<std::string> aliases;
  std::string code;               // of domains
  std::string number;             // of laws
  bool flag = false;              // generic for bodies, standard for channels
  std::set<std::size_t> open_in;  // domains that show a channel's open box
  std::vector<std::string> former_numbers;  // of laws
  bool is_from_base = false;                // not to be registered again
};

/// Ids that are taken.
class Ids {
 public:
  void take(const std::string& id) { next_.try_emplace(id, 2); }
  bool has(const std::string& id) const { return next_.contains(id); }

  /// An id from a name that is not taken yet, and takes it. `before` comes
  /// first, with a slash.
  std::string fresh(const std::string& before, const std::string& name,
                    const std::string& fallback);

 private:
  std::unordered_map<std::string, std::size_t> next_;  // number to put behind
};

/// An id from a name, as `Ids` would give it if none were taken.
std::string plain_id(const std::string& before, const std::string& name,
                     const std::string& fallback);

/// Things of one kind, in the order in which they were met, with ids from
/// their names: legal, and each its own.
class Register {
 public:
  explicit Register(std::string fallback) : fallback_(std::move(fallback)) {}
  Register(Register&&) = default;
  Register& operator=(Register&&) = default;

  /// The entry that is known by this key; made with this name if there is
  /// none.
  Registered& entry(const std::string& key, const std::string& name);
  const std::deque<Registered>& all() const { return all_; }

  /// Makes an entry of the base known, with its id, by several keys.
  void know(Registered entry, const std::vector<std::string>& keys);
  /// The place of an id in `all`; it must be there.
  std::size_t index_of(const std::string& id) const;

  /// The same where lists give an order: a new entry stands behind `before`
  /// (null: at the end).
  Registered& entry_behind(const Registered* before, const std::string& key,
                           const std::string& name);
  /// Indices into `all`, in that order.
  const std::list<std::size_t>& order() const { return order_; }

 private:
  /// Makes an entry the last, but for the order.
  Registered& add(Registered entry);

  std::string fallback_;  // the id where a name cannot be spelled
  std::deque<Registered> all_;
  std::list<std::size_t> order_;
  std::vector<std::list<std::size_t>::iterator> places_;  // in it
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_id_;
  Ids ids_;
};

/// An entry of a 公开依据.
struct Basis {
  std::string law;      // an id; empty: `text`
  std::string article;  // of the law
  std::string note;
  std::string text;
  bool is_citation = false;  // `text` is a printed citation
};

/// Channels as an item lists them: ids, but for `other`.
struct ChannelRefs {
  std::vector<std::string> ids;
  std::vector<std::string> optional;
  std::vector<std::string> any_of;
  std::vector<std::string> other;

  bool empty() const {
    return ids.empty() && optional.empty() && any_of.empty() && other.empty();
  }
};

/// What a person must see to, at a key of an item.
struct ToDecide {
  std::string key;             // of the item; `id`: the whole of it
  std::string text;            // in Chinese, as comments of a catalog are
  bool is_assumption = false;  // the table says nothing of it
  std::size_t remark = 0;      // of an assumption: where it was remarked
};

struct Item {
  std::string id;
  std::string known_as;  // in the hidden column of our own workbooks
  std::string code;
  std::size_t domain = 0;
  std::vector<std::string> name;
  std::vector<Entry> content;
  std::vector<Basis> basis;
  std::vector<std::string> timing;  // several: a line each
  std::vector<std::pair<std::string, std::vector<std::string>>>
      bodies;                                                 // by level; or ""
  std::vector<std::pair<std::string, ChannelRefs>> channels;  // by level; or ""
  bool everyone = false;
  std::vector<std::string> groups;
  std::vector<model::Mode> modes;
  std::vector<model::Level> levels;
  std::string phone;   // of supervision
  std::string office;  // likewise
  std::string url;     // likewise
  Place place;         // of its row
  std::vector<std::string> column;
  std::vector<std::string> opens;                             // ids of terms
  std::vector<std::pair<std::string, std::string>> elements;  // id, text
  std::string note;
  std::vector<std::string> assumed;
  std::vector<ToDecide> open_points;
};

/// What the tables say, joined, with all the names in registers.
struct Imported {
  std::string title;
  std::string issuer;
  Register domains{"domain"};
  Register laws{"law"};
  Register bodies{"body"};
  Register channels{"channel"};
  Register elements{"element"};
  Register opens{"term"};  // the terms of 五公开
  std::string opens_id = "wu-gongkai";
  std::vector<Item> items;
  /// Where what a row says was met first, and first on another sheet.
  std::unordered_map<std::string, std::vector<Place>> shown;
};

/// `最低生活保障 / 政策法规文件`.
std::string full_name(const Item& item);

/// What an item says for all levels together, each once.
std::vector<std::string> flat(
    const std::vector<std::pair<std::string, std::vector<std::string>>>&
        by_level);
ChannelRefs flat(
    const std::vector<std::pair<std::string, ChannelRefs>>& by_level);

}  // namespace catalog::import
