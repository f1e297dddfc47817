// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one folder that holds all state of a node: where its parts lie, who runs it, and its small secrets. Only its owner may read it.

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace redress::system {

/// The folder cannot be made, read or written. The text names the file and the system's error, never what stands in it.
class DataDirectoryFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The server that a command line may talk to.
struct RunningServer {
  std::string address;  ///< "127.0.0.1:8080"
  int process = 0;
};

/// Every function that touches the disk throws DataDirectoryFault.
class DataDirectory {
 public:
  /// Makes the folder and its parts where they are missing; parts made are their owner's only.
  explicit DataDirectory(std::filesystem::path const& root);

  [[nodiscard]] std::filesystem::path const& root() const { return root_; }
  [[nodiscard]] std::filesystem::path store() const { return root_ / "store"; }
  [[nodiscard]] std::filesystem::path mail_in() const { return root_ / "mail" / "in"; }
  [[nodiscard]] std::filesystem::path mail_out() const { return root_ / "mail" / "out"; }
  [[nodiscard]] std::filesystem::path mail_journal() const { return root_ / "mail" / "journal"; }
  [[nodiscard]] std::filesystem::path print() const { return root_ / "print"; }
  [[nodiscard]] std::filesystem::path keys() const { return root_ / "keys"; }

  /// Held by the one process that may write the store. Let go when it is destroyed, and by the system when the process dies.
  class Lock {
   public:
    /// Empty when another process, or another Lock of this one, has it.
    [[nodiscard]] static std::optional<Lock> try_take(DataDirectory const& directory);
    Lock(Lock&& other) noexcept;
    Lock& operator=(Lock&& other) noexcept;
    ~Lock();

   private:
    explicit Lock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
  };

  /// A file of `keys()`; empty when there is none. A name is a plain file name.
  [[nodiscard]] std::optional<std::string> secret(std::string_view name) const;
  /// Replaces the secret at once and for good: a reader sees the old one or the new one, also after a loss of power.
  void keep_secret(std::string_view name, std::string_view value) const;
  /// The secret of that name, which is `value` when there was none before. Of several processes that ask at once, all get the same.
  [[nodiscard]] std::string secret_or(std::string_view name, std::string_view value) const;

  /// It is no error when there is none.
  void forget_secret(std::string_view name) const;

  /// 256 random bits in base64url: what the command line shows the running server to be believed. Made on first use.
  [[nodiscard]] std::string token() const;

  /// Writes server.json for this process. The address is HOST:PORT.
  void announce_server(std::string_view address) const;
  /// Removes server.json; it is no error when there is none.
  void withdraw_server() const;
  /// Empty when no server announced itself, or its process is gone.
  [[nodiscard]] std::optional<RunningServer> running_server() const;

 private:
  std::filesystem::path root_;
};

}  // namespace redress::system
