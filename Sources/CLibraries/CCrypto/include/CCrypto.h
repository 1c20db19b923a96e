// libcrypto, as far as it is used.
#pragma once

#include <openssl/evp.h>

#include "CLoading.h"

#define LIBCRYPTO(F)                                                                                                   \
  F(EVP_sha256) F(EVP_Digest) F(EVP_MD_CTX_new) F(EVP_DigestInit_ex) F(EVP_DigestUpdate) F(EVP_DigestFinal_ex)         \
  F(EVP_MD_CTX_free) F(EVP_Q_mac) F(EVP_PKEY_new_raw_private_key) F(EVP_PKEY_new_raw_public_key)                       \
  F(EVP_PKEY_get_raw_public_key) F(EVP_PKEY_free) F(EVP_DigestSignInit) F(EVP_DigestSign) F(EVP_DigestVerifyInit)      \
  F(EVP_DigestVerify)
NHACVIEC_LIBRARY(libcrypto, LIBCRYPTO)
